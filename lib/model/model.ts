import {sigmoid} from "../stats/sigmoid.js";
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

/** Whether a model's scores are log-odds; a forest's are probabilities. @example scoresLogOdds(simple) => true */
export const scoresLogOdds = (model: TrainedModel): boolean =>
  model.kind === "linear" || model.link === "logit";

/**
 * The probability of label 1 that a score (of `marginsOf`) says, calibrated where the model has a calibration: the one
 * way from a score to a probability, on pages, in files and (as `scoringSql`) in a warehouse. Platt's line is of the
 * score's own log-odds, which a probability in 64 bits has lost beyond 36 or so.
 * @example probabilityOf({...simple, calibration: {method: "platt", slope: 0.1, intercept: 0}}, 60) => 0.9975273768433653
 */
export function probabilityOf(model: TrainedModel, score: number): number {
  const probability = model.kind === "linear" ? sigmoid(score) : linked(model, score);
  return model.calibration
    ? calibrated(model.calibration, probability, scoresLogOdds(model) ? score : undefined)
    : probability;
}

/**
 * Probabilities of label 1, a row each, as `probabilityOf` has them.
 * @example [...scoreColumns(model, [Float32Array.of(2, NaN)])] => [0.5, 0.5], for the model above
 */
export function scoreColumns(
  model: TrainedModel,
  columns: readonly Float32Array[],
  rows = columns[0]?.length ?? 0
): Float64Array {
  const scores = marginsOf(model, columns, rows);
  return scores.map((score) => probabilityOf(model, score));
}
