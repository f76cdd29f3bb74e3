import type {TreeModel} from "../learn/trees/ensemble.js";
import {expectedScore} from "./expectedScore.js";
import {chunkRows, plainShapKernel} from "./shapKernel.js";
import {deepestTable, shapTables} from "./shapTables.js";
import {shapInstance, wasmShapKernel} from "./shapWasm.js";
import {treeAdder, treeDepths} from "./treeShapQuick.js";

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

/** Below so many rows a walk through the trees is quicker than making tables. */
const fewRows = 8;

/**
 * Exact path-dependent SHAP values of many rows, in the score's unit (log-odds, or a probability for the link
 * "mean"). A subtree's contributions are the same for all rows that answer its splits alike, so they are put
 * into a table once and looked up row by row; for a few rows, and where trees are deeper than tables serve, each tree
 * is walked through (`treeShapQuick`).
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
  const depths = treeDepths(trees);
  for (let tree = 0; tree < count; tree++)
    (rows >= fewRows && depths[tree] <= deepestTable ? shallow : deep).push(tree);

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
  yield* walked(model, {deep, depths}, columns, contributions);
  return {base: expectedScore(model), contributions};
}

/** Row by row, walking through the deep trees. */
function* walked(
  {trees}: TreeModel,
  {deep, depths}: {deep: readonly number[]; depths: Uint16Array},
  columns: readonly Float32Array[],
  contributions: readonly Float64Array[]
): Generator<{share: number}, void> {
  const rows = deep.length ? columns[0].length : 0;
  const add = treeAdder(trees, depths);
  const values = new Float32Array(columns.length);
  const sums = new Float64Array(columns.length);
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < values.length; j++) values[j] = columns[j][row];
    sums.fill(0);
    for (const tree of deep) add(tree, values, sums);
    for (let j = 0; j < values.length; j++) contributions[j][row] += sums[j];
    yield {share: 1 - (deep.length / (trees.offsets.length - 1)) * (1 - (row + 1) / rows)};
  }
}
