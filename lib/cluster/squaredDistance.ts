/**
 * The squared Euclidean distance of a row in one table from a row in another.
 * @param from where the row begins in `a`
 * @param at where the row begins in `b`
 * @example squaredDistance(Float32Array.of(0, 3), 0, Float64Array.of(4, 0), 0, 2) => 25
 */
export function squaredDistance(
  a: Float32Array,
  from: number,
  b: Float64Array,
  at: number,
  width: number
): number {
  let sum = 0;
  for (let j = 0; j < width; j++) {
    const off = a[from + j] - b[at + j];
    sum += off * off;
  }
  return sum;
}
