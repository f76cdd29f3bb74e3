import {kernelSums, twinSums} from "./gramSums.js";
import type {Column} from "./problem.js";

const blockRows = 256;
/** About 10 ms of work without WebAssembly. */
const productsPerTurn = 2e7;

/** Which rows to sum and what sums them. */
export interface GramOptions {
  /** The compiled kernels; without them TypeScript does the same work, to the same bits. */
  module?: WebAssembly.Module;
  /** Takes one block of 256 rows in so many; 1 takes all rows. */
  every?: number;
}

/**
 * The weighted Gram matrix of the columns and a last column of ones: `sum_i weight_i * x_ij * x_ik`, symmetric,
 * row by row, in float64. Weights are not negative. Gives way often.
 * @example [...finish(weightedGram([Float32Array.of(1, 3)], Float64Array.of(1, 4)))] => [37, 13, 13, 5]
 */
export function* weightedGram(
  columns: readonly Column[],
  weights: Float64Array,
  {module, every = 1}: GramOptions = {}
): Generator<void, Float64Array> {
  const size = columns.length + 1;
  const {block, sums, width, add} = module ? kernelSums(size, blockRows, module) : twinSums(size, blockRows);
  const roots = new Float64Array(blockRows);
  let products = 0;
  for (let from = 0; from < weights.length; from += blockRows * every) {
    const rows = Math.min(blockRows, weights.length - from);
    for (let row = 0; row < rows; row++) roots[row] = Math.sqrt(weights[from + row]);
    for (let j = 0; j < size; j++) scale(columns[j], from, roots, rows, block, j * blockRows);
    add(rows + (rows & 1));
    products += (rows * size * size) / 2;
    if (products < productsPerTurn) continue;
    products = 0;
    yield;
  }
  const gram = new Float64Array(size * size);
  for (let j = 0; j < size; j++)
    for (let k = 0; k <= j; k++) gram[j * size + k] = gram[k * size + j] = sums[j * width + k];
  return gram;
}

/** Writes a column's rows times the roots into the block, and a 0 after an odd count of rows. */
function scale(
  column: Column | undefined,
  from: number,
  roots: Float64Array,
  rows: number,
  block: Float64Array,
  at: number
) {
  if (column) for (let row = 0; row < rows; row++) block[at + row] = roots[row] * column[from + row];
  else for (let row = 0; row < rows; row++) block[at + row] = roots[row];
  if (rows & 1) block[at + rows] = 0;
}
