import type {Column} from "./problem.js";

const blockRows = 512;
const blocksPerTurn = 32;

/**
 * The weighted Gram matrix of the columns and a last column of ones: `sum_i weight_i * x_ij * x_ik`, symmetric,
 * row by row. Gives way every 16,384 rows, so that a long sum can report or be stopped.
 */
export function* weightedGram(
  columns: readonly Column[],
  weights: Float64Array
): Generator<void, Float64Array> {
  const size = columns.length + 1;
  const gram = new Float64Array(size * size);
  const block = Array.from({length: size}, () => new Float64Array(blockRows));
  for (let from = 0, turn = 1; from < weights.length; from += blockRows, turn++) {
    const rows = Math.min(blockRows, weights.length - from);
    const roots = block[size - 1];
    for (let row = 0; row < rows; row++) roots[row] = Math.sqrt(weights[from + row]);
    columns.forEach((column, j) => {
      const scaled = block[j];
      for (let row = 0; row < rows; row++) scaled[row] = roots[row] * column[from + row];
    });
    for (let j = 0; j < size; j++) {
      for (let k = 0; k <= j; k++) gram[j * size + k] += dot(block[j], block[k], rows);
    }
    if (turn % blocksPerTurn === 0) yield;
  }
  for (let j = 0; j < size; j++) for (let k = 0; k < j; k++) gram[k * size + j] = gram[j * size + k];
  return gram;
}

function dot(a: Float64Array, b: Float64Array, length: number): number {
  let sum = 0;
  for (let index = 0; index < length; index++) sum += a[index] * b[index];
  return sum;
}
