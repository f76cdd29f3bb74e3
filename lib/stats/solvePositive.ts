/**
 * The x of `matrix x = right` for a symmetric positive-definite matrix (row by row; overwritten), by Cholesky's
 * factors; undefined where the matrix is not positive definite to float64.
 * @example solvePositive(Float64Array.of(4, 2, 2, 3), Float64Array.of(8, 8)) => [1, 2]
 */
export function solvePositive(matrix: Float64Array, right: Float64Array): Float64Array | undefined {
  const size = right.length;
  const x = right.slice();
  for (let j = 0; j < size; j++) {
    const own = matrix[j * size + j];
    for (let k = 0; k <= j; k++) {
      let sum = matrix[j * size + k];
      for (let i = 0; i < k; i++) sum -= matrix[j * size + i] * matrix[k * size + i];
      if (k < j) matrix[j * size + k] = sum / matrix[k * size + k];
      else if (sum > 1e-14 * own) matrix[j * size + j] = Math.sqrt(sum);
      else return undefined;
    }
  }
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < j; i++) x[j] -= matrix[j * size + i] * x[i];
    x[j] /= matrix[j * size + j];
  }
  for (let j = size - 1; j >= 0; j--) {
    for (let i = j + 1; i < size; i++) x[j] -= matrix[i * size + j] * x[i];
    x[j] /= matrix[j * size + j];
  }
  return x;
}
