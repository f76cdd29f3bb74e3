import {sigmoid} from "../../stats/sigmoid.js";
import type {TreeModel, Trees} from "./ensemble.js";

const blockRows = 512;

/**
 * The score of each row: the model's base plus what each tree's leaf adds, in the order of the trees. Log-odds for a
 * model with link "logit", a probability for "mean". `columns` are in the order of `model.features`, NaN = missing.
 * @example margins(model, [Float32Array.of(1, NaN)], 2) => Float64Array.of(-0.5, 0.25)
 */
export function margins(
  model: TreeModel,
  columns: readonly Float32Array[],
  rows = columns[0]?.length ?? 0
): Float64Array {
  const sums = new Float64Array(rows).fill(model.base);
  const {trees} = model;
  const count = trees.offsets.length - 1;
  const width = columns.length;
  const block = new Float32Array(blockRows * width);
  for (let start = 0; start < rows; start += blockRows) {
    const size = Math.min(blockRows, rows - start);
    for (let column = 0; column < width; column++) {
      const values = columns[column];
      for (let row = 0, at = column; row < size; row++, at += width) block[at] = values[start + row];
    }
    for (let tree = 0; tree < count; tree++) addTree(trees, tree, block, width, size, sums, start);
  }
  return sums;
}

function addTree(
  trees: Trees,
  tree: number,
  block: Float32Array,
  width: number,
  size: number,
  sums: Float64Array,
  start: number
) {
  const {feature, threshold, defaultLeft, left, right, value} = trees;
  const root = trees.offsets[tree];
  for (let row = 0, at = 0; row < size; row++, at += width) {
    let node = root;
    for (let column = feature[node]; column >= 0; column = feature[node]) {
      const x = block[at + column];
      node = x < threshold[node] || (x !== x && defaultLeft[node]) ? left[node] : right[node];
    }
    sums[start + row] += value[node];
  }
}

/** What a score says as a probability. @example linked(model, 0) => 0.5, for a model with link "logit" */
export const linked = ({link}: Pick<TreeModel, "link">, score: number): number =>
  link === "logit" ? sigmoid(score) : Math.min(1, Math.max(0, score));

/** Probabilities of label 1, a row each. @example probabilities(model, columns)[0] => 0.3775406687981454 */
export function probabilities(
  model: TreeModel,
  columns: readonly Float32Array[],
  rows = columns[0]?.length ?? 0
): Float64Array {
  const scores = margins(model, columns, rows);
  for (let row = 0; row < rows; row++) scores[row] = linked(model, scores[row]);
  return scores;
}

/**
 * The score of one row of plain numbers, NaN = missing; the same as `margins` gives, which sees values in float32.
 * @example scoreRow(model, [1]) => -0.5
 */
export function scoreRow({base, trees}: TreeModel, row: ArrayLike<number>): number {
  let sum = base;
  for (let tree = 0; tree < trees.offsets.length - 1; tree++) {
    const leaf = leafOf(trees, tree, (column) => Math.fround(row[column]));
    sum += trees.value[leaf];
  }
  return sum;
}

/** Index of the leaf that a row falls into. @example leafOf(trees, 0, (column) => row[column]) => 2 */
export function leafOf(trees: Trees, tree: number, valueOf: (column: number) => number): number {
  const {feature, threshold, defaultLeft, left, right} = trees;
  let node = trees.offsets[tree];
  while (feature[node] >= 0) {
    const x = valueOf(feature[node]);
    node = x < threshold[node] || (x !== x && defaultLeft[node]) ? left[node] : right[node];
  }
  return node;
}
