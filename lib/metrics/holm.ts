/**
 * p-values adjusted for being several (Holm 1979): rejecting where the adjusted value is at most alpha is wrong
 * anywhere with probability alpha at most. What could not be tested stays `null` and does not count.
 * @example holm([0.01, null, 0.04]) => [0.02, null, 0.04]
 */
export function holm(values: readonly (number | null)[]): (number | null)[] {
  const tested = values.flatMap((p, index) => (p === null ? [] : [{p, index}])).sort((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = values.map(() => null);
  let highest = 0;
  tested.forEach(({p, index}, rank) => {
    highest = Math.max(highest, Math.min(1, (tested.length - rank) * p));
    adjusted[index] = highest;
  });
  return adjusted;
}
