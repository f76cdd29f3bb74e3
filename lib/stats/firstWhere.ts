/**
 * The first whole number from `from` on for which something holds, when it holds for all after; `end` if for none
 * before it. By halving.
 * @example firstWhere((i) => [1, 3, 3, 7][i] > 3, 0, 4) => 3
 */
export function firstWhere(holds: (i: number) => boolean, from: number, end: number): number {
  let [low, high] = [from, end];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
