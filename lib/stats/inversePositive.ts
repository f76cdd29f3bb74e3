import {solvePositive} from "./solvePositive.js";

/**
 * The inverse of a symmetric positive-definite matrix, row by row; undefined where it is not positive definite.
 * @example inversePositive(Float64Array.of(4, 0, 0, 16), 2) => Float64Array.of(0.25, 0, 0, 0.0625)
 */
export function inversePositive(matrix: Float64Array, size: number): Float64Array | undefined {
  const inverse = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const unit = new Float64Array(size);
    unit[j] = 1;
    const column = solvePositive(matrix.slice(), unit);
    if (!column) return undefined;
    inverse.set(column, j * size);
  }
  return inverse;
}
