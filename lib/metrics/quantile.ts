/**
 * The share-th quantile of ascending values, with linear interpolation (Hyndman and Fan's type 7). NaN without values.
 * @example quantile([1, 2, 3, 4], 0.5) => 2.5
 */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  const position = (ascending.length - 1) * share;
  const below = Math.floor(position);
  const low = ascending[below] ?? NaN;
  const high = ascending[Math.min(below + 1, ascending.length - 1)] ?? NaN;
  return low + (high - low) * (position - below);
}
