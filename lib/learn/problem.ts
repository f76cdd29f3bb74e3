import type {ElasticNet} from "./elasticNet.js";
import {softplus} from "../stats/sigmoid.js";
import {meanPenalty, penaltyOf} from "./elasticNet.js";

/** Numbers of one predictor, a row each. */
export type Column = Float32Array | Float64Array;

/** A two-class problem: predictors by column, labels 0 or 1, and what each row weighs (1 when not given). */
export interface Problem {
  columns: readonly Column[];
  labels: Uint8Array;
  weights?: Float64Array;
  penalty: ElasticNet;
}

/** A linear score: intercept + sum of coefficient times predictor. */
export interface LinearModel {
  intercept: number;
  coefficients: Float64Array;
}

/** The mean log loss in nats, and with the penalty beside it (in mean-loss form, see `meanPenalty`). */
export interface Loss {
  loss: number;
  objective: number;
}

/** Scores in log-odds, a row each. @example [...scores([Float64Array.of(2)], {intercept: 1, coefficients: Float64Array.of(3)})] => [7] */
export function scores(
  columns: readonly Column[],
  {intercept, coefficients}: LinearModel,
  rows = columns[0]?.length ?? 0
) {
  const sums = new Float64Array(rows).fill(intercept);
  const used = columns.map((column, j) => ({column, by: coefficients[j]})).filter(({by}) => by);
  const whole = used.length - (used.length % 4);
  for (let j = 0; j < whole; j += 4) {
    const [{column: a, by: byA}, {column: b, by: byB}, {column: c, by: byC}, {column: d, by: byD}] =
      used.slice(j, j + 4);
    for (let row = 0; row < rows; row++)
      sums[row] = sums[row] + byA * a[row] + byB * b[row] + byC * c[row] + byD * d[row];
  }
  for (const {column, by} of used.slice(whole))
    for (let row = 0; row < rows; row++) sums[row] += by * column[row];
  return sums;
}

/** The rows' total weight. @example totalWeight({columns: [], labels: Uint8Array.of(0, 1), penalty}) => 2 */
export const totalWeight = ({labels, weights}: Problem): number =>
  weights ? weights.reduce((sum, weight) => sum + weight, 0) : labels.length;

/** Mean log loss of scores in log-odds. @example meanLogLoss(Uint8Array.of(1), [0]) => 0.6931471805599453 */
export function meanLogLoss(labels: Uint8Array, margins: ArrayLike<number>, weights?: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < labels.length; row++) {
    const weight = weights ? weights[row] : 1;
    sum += weight * (softplus(margins[row]) - labels[row] * margins[row]);
    total += weight;
  }
  return sum / total;
}

/** Loss and objective of a model, in float64 whatever trained it. */
export function lossOf(problem: Problem, model: LinearModel): Loss {
  const margins = scores(problem.columns, model, problem.labels.length);
  const loss = meanLogLoss(problem.labels, margins, problem.weights);
  return {
    loss,
    objective: loss + penaltyOf(meanPenalty(problem.penalty, totalWeight(problem)), model.coefficients)
  };
}

/**
 * Row weights that give both classes the same total, as scikit-learn's class_weight="balanced".
 * @example [...balancedWeights(Uint8Array.of(0, 0, 0, 1))] => [2/3, 2/3, 2/3, 2]
 */
export function balancedWeights(labels: Uint8Array): Float64Array {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const weightOf = [labels.length / (2 * (labels.length - positives)), labels.length / (2 * positives)];
  return Float64Array.from(labels, (label) => weightOf[label]);
}
