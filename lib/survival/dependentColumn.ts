/**
 * The first column of a symmetric matrix (row by row) that the columns before it account for: that keeps less of its
 * own diagonal than the tolerance in Cholesky's factors; -1 where there is none.
 * @example dependentColumn(Float64Array.of(1, 2, 2, 4), 2) => 1
 */
export function dependentColumn(matrix: Float64Array, size: number, tolerance = 1e-10): number {
  const factor = matrix.slice();
  for (let j = 0; j < size; j++)
    for (let k = 0; k <= j; k++) {
      let sum = matrix[j * size + k];
      for (let i = 0; i < k; i++) sum -= factor[j * size + i] * factor[k * size + i];
      if (k < j) factor[j * size + k] = sum / factor[k * size + k];
      else if (sum > tolerance * matrix[j * size + j]) factor[j * size + j] = Math.sqrt(sum);
      else return j;
    }
  return -1;
}
