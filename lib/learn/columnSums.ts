import type {Column} from "./problem.js";

/**
 * For each column, and a last column of ones, the sum over rows of weight times value. Gives way after every 16
 * columns.
 * @example [...finish(columnSums([Float32Array.of(1, 3)], Float64Array.of(1, -1)))] => [-2, 0]
 */
export function* columnSums(
  columns: readonly Column[],
  weights: Float64Array
): Generator<void, Float64Array> {
  const sums = new Float64Array(columns.length + 1);
  const whole = columns.length - (columns.length % 4);
  for (let j = 0; j < whole; j += 4) {
    const [a, b, c, d] = columns.slice(j, j + 4);
    let sumA = 0;
    let sumB = 0;
    let sumC = 0;
    let sumD = 0;
    for (let row = 0; row < weights.length; row++) {
      const weight = weights[row];
      sumA += weight * a[row];
      sumB += weight * b[row];
      sumC += weight * c[row];
      sumD += weight * d[row];
    }
    sums.set([sumA, sumB, sumC, sumD], j);
    if (j % 16 === 12) yield;
  }
  for (let j = whole; j < columns.length; j++) {
    const column = columns[j];
    for (let row = 0; row < weights.length; row++) sums[j] += weights[row] * column[row];
  }
  for (let row = 0; row < weights.length; row++) sums[columns.length] += weights[row];
  return sums;
}

/** The same with the values squared. @example [...finish(columnSquares([Float32Array.of(1, 3)], Float64Array.of(1, 2)))] => [19, 3] */
export function* columnSquares(
  columns: readonly Column[],
  weights: Float64Array
): Generator<void, Float64Array> {
  const sums = new Float64Array(columns.length + 1);
  for (let j = 0; j < columns.length; j++) {
    const column = columns[j];
    let even = 0;
    let odd = 0;
    let row = 0;
    for (; row + 1 < weights.length; row += 2) {
      even += weights[row] * column[row] * column[row];
      odd += weights[row + 1] * column[row + 1] * column[row + 1];
    }
    if (row < weights.length) even += weights[row] * column[row] * column[row];
    sums[j] = even + odd;
    if (j % 16 === 15) yield;
  }
  for (let row = 0; row < weights.length; row++) sums[columns.length] += weights[row];
  return sums;
}
