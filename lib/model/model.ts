import {sigmoid} from "../learn/logistic.js";
import type {LinearModel} from "../learn/problem.js";
import type {TreeModel} from "../learn/trees/ensemble.js";
import {linked, margins} from "../learn/trees/predict.js";
import type {Calibration} from "./calibration.js";
import {calibrated} from "./calibration.js";

/**
 * A logistic regression on z-scores: log-odds = intercept + sum of coefficient · (value - mean) / deviation, where the
 * median stands for a missing value. One number a feature in every list.
 */
export interface ScaledLinearModel extends LinearModel {
  kind: "linear";
  features: readonly string[];
  mean: Float64Array;
  deviation: Float64Array;
  median: Float64Array;
}

/** A model as plain data that a worker can be sent and a file can hold. */
export type TrainedModel = (TreeModel | ScaledLinearModel) & {calibration?: Calibration};

/**
 * Scores of rows before calibration: log-odds, or probabilities for trees with link "mean". `columns` are in the order
 * of `model.features`; NaN is a missing value.
 * @example [...marginsOf(model, [Float32Array.of(3, NaN)])] => [1, 0], where intercept 0, coefficient 1, mean 2, deviation 1, median 2
 */
export function marginsOf(
  model: TrainedModel,
  columns: readonly Float32Array[],
  rows = columns[0]?.length ?? 0
): Float64Array {
  if (model.kind === "trees") return margins(model, columns, rows);
  const {intercept, coefficients, mean, deviation, median} = model;
  const sums = new Float64Array(rows).fill(intercept);
  coefficients.forEach((coefficient, j) => {
    if (!coefficient) return;
    for (let row = 0; row < rows; row++) {
      const value = columns[j][row];
      sums[row] += (coefficient * ((Number.isNaN(value) ? median[j] : value) - mean[j])) / deviation[j];
    }
  });
  return sums;
}

/**
 * Probabilities of label 1, a row each, calibrated where the model has a calibration.
 * @example [...scoreColumns(model, [Float32Array.of(2, NaN)])] => [0.5, 0.5], for the model above
 */
export function scoreColumns(
  model: TrainedModel,
  columns: readonly Float32Array[],
  rows = columns[0]?.length ?? 0
): Float64Array {
  const scores = marginsOf(model, columns, rows);
  const {calibration} = model;
  const inLogOdds = model.kind === "linear" || model.link === "logit";
  for (let row = 0; row < rows; row++) {
    const score = scores[row];
    const probability = model.kind === "linear" ? sigmoid(score) : linked(model, score);
    scores[row] = calibration
      ? calibrated(calibration, probability, inLogOdds ? score : undefined)
      : probability;
  }
  return scores;
}
