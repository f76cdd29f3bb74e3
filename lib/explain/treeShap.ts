import type {TreeModel, Trees} from "../learn/trees/ensemble.js";
import {expectedScore} from "./expectedScore.js";
import {chunkRows, plainShapKernel} from "./shapKernel.js";
import {deepestTable, shapTables} from "./shapTables.js";
import {shapInstance, wasmShapKernel} from "./shapWasm.js";
import {addTree} from "./treeShapRecursive.js";

/** What each column contributes to each row's score; base plus a row's contributions is its score. */
export interface ShapValues {
  /** The score's mean over the training weight. */
  base: number;
  /** A column of contributions for each column of the model. */
  contributions: Float64Array[];
}

/** `module`: the compiled kernels; plain TypeScript works without them. */
export interface TreeShapOptions {
  module?: WebAssembly.Module;
}

/** Below so many rows the recursion is quicker than making tables. */
const fewRows = 8;

/**
 * Exact path-dependent SHAP values of many rows, in the score's unit (log-odds, or a probability for the link
 * "mean"). A subtree's contributions are the same for all rows that answer its splits alike, so they are put
 * into a table once and looked up row by row; a few rows, and trees deeper than tables serve, go the classic way.
 *
 * Method: Lundberg, Erion and Lee (2018); tables from the closed form in `leafContributions`.
 *
 * @param columns a Float32Array for each column of the model, NaN where a value is missing
 * @example finish(treeShap(feverAndCough, [Float32Array.of(1), Float32Array.of(1)])).base => 20
 */
export function* treeShap(
  model: TreeModel,
  columns: readonly Float32Array[],
  {module}: TreeShapOptions = {}
): Generator<{share: number}, ShapValues> {
  const {trees, features} = model;
  const rows = columns[0]?.length ?? 0;
  const contributions = features.map(() => new Float64Array(rows));
  const shallow: number[] = [];
  const deep: number[] = [];
  const count = trees.offsets.length - 1;
  for (let tree = 0; tree < count; tree++)
    (rows >= fewRows && depthOf(trees, trees.offsets[tree]) <= deepestTable ? shallow : deep).push(tree);

  const instance = module && shallow.length ? shapInstance(module) : undefined;
  for (let done = 0; done < shallow.length;) {
    const making = shapTables(trees, shallow.slice(done));
    let made = making.next();
    for (; !made.done; made = making.next()) yield {share: done / count};
    const part = made.value;
    const kernel = instance ? wasmShapKernel(instance, part.tables) : plainShapKernel(part.tables);
    for (let row = 0; row < rows; row += chunkRows) {
      kernel.add(columns, row, Math.min(rows, row + chunkRows), contributions);
      yield {share: (done + (part.trees * row) / rows) / count};
    }
    done += part.trees;
  }
  yield* recur(model, deep, columns, contributions);
  return {base: expectedScore(model), contributions};
}

/** The classic recursion, row by row. */
function* recur(
  {trees}: TreeModel,
  some: readonly number[],
  columns: readonly Float32Array[],
  contributions: readonly Float64Array[]
): Generator<{share: number}, void> {
  const rows = some.length ? columns[0].length : 0;
  const values = new Float32Array(columns.length);
  const sums = new Float64Array(columns.length);
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < values.length; j++) values[j] = columns[j][row];
    sums.fill(0);
    for (const tree of some) addTree(trees, trees.offsets[tree], values, sums);
    for (let j = 0; j < values.length; j++) contributions[j][row] += sums[j];
    yield {share: 1 - (some.length / (trees.offsets.length - 1)) * (1 - (row + 1) / rows)};
  }
}

function depthOf(trees: Trees, node: number): number {
  if (trees.feature[node] < 0) return 0;
  return 1 + Math.max(depthOf(trees, trees.left[node]), depthOf(trees, trees.right[node]));
}
