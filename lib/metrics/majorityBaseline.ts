import type {Measures} from "./measure.js";
import {measure, named} from "./measure.js";
import {rankRows} from "./rankRows.js";

/**
 * What one gets without a model: every test row gets the training rows' share of positives as its probability and
 * their majority as its class (the negative one where both are as many). Its balanced accuracy and ROC-AUC are .5,
 * its average precision is the test rows' share of positives, its lift is 1; what one class alone cannot tell,
 * or no training rows, is `null`.
 * @example majorityBaseline([0, 0, 0, 1], [0, 0, 1, 0]).accuracy => 0.75
 */
export function majorityBaseline(
  trainLabels: ArrayLike<number>,
  testLabels: ArrayLike<number>,
  top = 0.1
): Measures {
  if (!trainLabels.length) return named([]);
  let positives = 0;
  for (let row = 0; row < trainLabels.length; row++) positives += trainLabels[row];
  const share = positives / trainLabels.length;
  const constant = new Float64Array(testLabels.length).fill(share);
  return named(measure(rankRows(testLabels, constant), {threshold: share > 0.5 ? 0 : Infinity, top}));
}
