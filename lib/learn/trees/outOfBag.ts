import {treeChance} from "./forest.js";
import type {TreeModel} from "./ensemble.js";
import type {TreeFit} from "./fit.js";
import {weighingRows} from "./fit.js";
import {leafOf} from "./predict.js";
import {drawCounts} from "../../random/drawCounts.js";
import {everyRow} from "../../stats/everyRow.js";

/** Probabilities by the trees that did not see a row. */
export interface OutOfBag {
  /** The rows judged: training rows that at least one tree did not draw. */
  rows: Uint32Array;
  probabilities: Float64Array;
}

/**
 * Judges a bootstrapped forest on its own training rows: the probability of a row is the mean over the trees whose
 * sample it is not in (Breiman 2001; scikit-learn's `oob_decision_function_`). The samples are drawn again from
 * (seed, tree), so it does not matter who grew the trees. `fit` is what the forest was trained on, `columns` the
 * matrix's values. Gives way after each tree, telling the share done.
 */
export function* outOfBag(
  {trees}: TreeModel,
  fit: TreeFit,
  columns: readonly Float32Array[]
): Generator<number, OutOfBag> {
  const rows = weighingRows(fit) ?? everyRow(fit.grower.rows);
  const count = trees.offsets.length - 1;
  const sums = new Float64Array(rows.length);
  const voters = new Uint16Array(rows.length);
  for (let tree = 0; tree < count; tree++) {
    const drawn = drawCounts(new Uint16Array(rows.length), treeChance(fit.seed, tree));
    for (let i = 0; i < rows.length; i++) {
      if (drawn[i]) continue;
      sums[i] += count * trees.value[leafOf(trees, tree, (column) => columns[column][rows[i]])];
      voters[i]++;
    }
    yield (tree + 1) / count;
  }
  const judged = (_: unknown, i: number) => voters[i] > 0;
  return {
    rows: rows.filter(judged),
    probabilities: sums.map((sum, i) => sum / voters[i]).filter(judged)
  };
}
