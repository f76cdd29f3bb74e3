import {everyRow} from "../stats/everyRow.js";
import {tieEnds} from "../metrics/rankRows.js";

/** Rows sorted by score once, with running sums at every threshold: all that profits are made of. */
export interface Decision {
  rows: number;
  positives: number;
  /** Sum of the positives' own values, in cents. */
  positiveValue: number;
  /** Distinct scores, from the highest. */
  thresholds: Float64Array;
  /** Rows at or above each threshold. */
  flagged: Uint32Array;
  /** Positives among them. */
  caught: Float64Array;
  /** Their own values' sum, in cents. */
  caughtValue: Float64Array;
  /** Of each row, from the highest score: 0 or 1, and its own value in cents where it is positive. */
  labels: Float64Array;
  values: Float64Array;
}

/**
 * Sorts rows for decisions, so that each new cost is one pass ({@link profits}).
 * @param labels 0 or 1; where outcomes are not known yet, calibrated probabilities make every count an expectation
 * @param scores what to go by, highest first: a probability, or probability times value to reach the dearest first
 * @param values what each row would be worth, in cents; without it, nothing beyond a constant
 * @throws RangeError where lengths differ or something is no finite number
 * @example prepareDecision([1, 0, 1], [0.9, 0.4, 0.4]).caught => [1, 2]
 */
export function prepareDecision(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  values?: ArrayLike<number>
): Decision {
  const rows = labels.length;
  if (scores.length !== rows || (values && values.length !== rows))
    throw new RangeError(`labels, scores and values of one length: ${rows}, ${scores.length}`);
  for (let row = 0; row < rows; row++) {
    const wrong = [labels[row], scores[row], values ? values[row] : 0].find((d) => !Number.isFinite(d));
    if (wrong !== undefined) throw new RangeError(`no finite number in row ${row}: ${wrong}`);
  }
  const order = everyRow(rows).sort((a, b) => scores[b] - scores[a]);
  const sorted = Float64Array.from(order, (row) => scores[row]);
  const sortedLabels = Float64Array.from(order, (row) => labels[row]);
  const sortedValues = Float64Array.from(order, (row) => (values ? values[row] * labels[row] : 0));
  const flagged = tieEnds(sorted);
  const caught = runningSum(sortedLabels, flagged);
  const caughtValue = runningSum(sortedValues, flagged);
  return {
    rows,
    positives: caught.at(-1) ?? 0,
    positiveValue: caughtValue.at(-1) ?? 0,
    thresholds: Float64Array.from(flagged, (end) => sorted[end - 1]),
    flagged,
    caught,
    caughtValue,
    labels: sortedLabels,
    values: sortedValues
  };
}

function runningSum(values: Float64Array, ends: Uint32Array): Float64Array {
  const sums = new Float64Array(ends.length);
  let sum = 0;
  let rank = 0;
  for (let group = 0; group < ends.length; group++) {
    for (; rank < ends[group]; rank++) sum += values[rank];
    sums[group] = sum;
  }
  return sums;
}
