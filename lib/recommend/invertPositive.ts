import {dot, fourDots} from "./dots.js";

/**
 * Puts the inverse of a symmetric positive-definite matrix in its place; false, with the matrix spoilt, where it is not
 * positive definite to float64. For thousands of rows: in place, along rows, four at a time, giving way after those.
 *
 * Method: Cholesky's factor L below the diagonal, then the inverse of L turned over above it, then their product
 * (Golub and Van Loan, "Matrix Computations", 4.2).
 *
 * @param matrix `size` rows of `size` values; only those on and below the diagonal are read
 * @example finish(invertPositive(Float64Array.of(4, 0, 0, 2), 2)), the matrix becoming 0.25, 0, 0, 0.5
 */
export function* invertPositive(matrix: Float64Array, size: number): Generator<{share: number}, boolean> {
  const n = size;
  const diagonal = new Float64Array(n);
  const sums = new Float64Array(4);
  for (let j = 0; j < n; j += 4) {
    const end = Math.min(j + 4, n);
    for (let k = 0; k < j; k++) {
      fourDots(matrix, j * n, n, end - j, k * n, k, sums);
      for (let row = j; row < end; row++)
        matrix[row * n + k] = (matrix[row * n + k] - sums[row - j]) * diagonal[k];
    }
    for (let row = j; row < end; row++) {
      for (let k = j; k < row; k++)
        matrix[row * n + k] = (matrix[row * n + k] - dot(matrix, row * n, k * n, k)) * diagonal[k];
      const rest = matrix[row * n + row] - dot(matrix, row * n, row * n, row);
      if (!(rest > 1e-14 * matrix[row * n + row])) return false;
      diagonal[row] = 1 / Math.sqrt(rest);
    }
    yield {share: (end / n) ** 3 / 3};
  }
  for (let j = 0; j < n; j += 4) {
    const end = Math.min(j + 4, n);
    for (let row = j; row < end; row++) {
      matrix[row * n + row] = diagonal[row];
      for (let i = row + 1; i < end; i++)
        matrix[row * n + i] = -dot(matrix, row * n + row, i * n + row, i - row) * diagonal[i];
    }
    // Of all four from the last one's diagonal on, and of each what comes before.
    const from = end - 1;
    for (let i = end; i < n; i++) {
      fourDots(matrix, j * n + from, n, end - j, i * n + from, i - from, sums);
      for (let row = j; row < end; row++)
        matrix[row * n + i] =
          -(sums[row - j] + dot(matrix, row * n + row, i * n + row, from - row)) * diagonal[i];
    }
    yield {share: (2 - (1 - end / n) ** 3) / 3};
  }
  for (let j = 0; j < n; j += 4) {
    const end = Math.min(j + 4, n);
    const from = end - 1;
    for (let k = 0; k < j; k++) {
      fourDots(matrix, j * n + from, n, end - j, k * n + from, n - from, sums);
      for (let row = j; row < end; row++)
        matrix[row * n + k] = sums[row - j] + dot(matrix, row * n + row, k * n + row, from - row);
    }
    for (let row = j; row < end; row++) {
      for (let k = j; k < row; k++) matrix[row * n + k] = dot(matrix, row * n + row, k * n + row, n - row);
      diagonal[row] = dot(matrix, row * n + row, row * n + row, n - row);
    }
    const done = end / n;
    yield {share: (2 + done * done * (3 - 2 * done)) / 3};
  }
  for (let j = 0; j < n; j++) {
    matrix[j * n + j] = diagonal[j];
    for (let k = 0; k < j; k++) matrix[k * n + j] = matrix[j * n + k];
  }
  return true;
}
