import {softplus} from "../stats/sigmoid.js";
import type {TreeModel} from "../learn/trees/ensemble.js";

/**
 * Mean log loss in nats of rows after each tree of a boosted model, by its uncalibrated log-odds. Rows that the model
 * has not learnt from show when more trees stop helping. Gives way after each tree, with the share done.
 * @example finish(lossByRound(model, columns, Uint8Array.of(0, 1))).length => trees
 */
export function* lossByRound(
  {base, trees}: TreeModel,
  columns: readonly Float32Array[],
  labels: Uint8Array
): Generator<{share: number}, Float64Array> {
  const {offsets, feature, threshold, defaultLeft, left, right, value} = trees;
  const margins = new Float64Array(labels.length).fill(base);
  const losses = new Float64Array(offsets.length - 1);
  for (let tree = 0; tree < losses.length; tree++) {
    let sum = 0;
    for (let row = 0; row < labels.length; row++) {
      let node = offsets[tree];
      for (let column = feature[node]; column >= 0; column = feature[node]) {
        const x = columns[column][row];
        node = x < threshold[node] || (Number.isNaN(x) && defaultLeft[node]) ? left[node] : right[node];
      }
      margins[row] += value[node];
      sum += softplus(labels[row] ? -margins[row] : margins[row]);
    }
    losses[tree] = sum / labels.length;
    yield {share: (tree + 1) / losses.length};
  }
  return losses;
}
