import {averagePrecision} from "../metrics/averagePrecision.js";
import {brier} from "../metrics/brier.js";
import type {CalibrationBin} from "../metrics/calibration.js";
import {calibration} from "../metrics/calibration.js";
import {logLoss} from "../metrics/logLoss.js";
import {rocAuc} from "../metrics/rocAuc.js";
import type {Interval} from "../metrics/rocAucInterval.js";
import {rocAucInterval} from "../metrics/rocAucInterval.js";
import type {RocPoint} from "../metrics/rocCurve.js";
import {rocCurve} from "../metrics/rocCurve.js";
import {sigmoid} from "../stats/sigmoid.js";
import type {Prepared} from "./prepare.js";
import type {LinearModel} from "./problem.js";
import {scores} from "./problem.js";

/** How well a model does on the rows held out. What one class alone cannot tell is `null`. */
export interface Evaluation {
  auc: number | null;
  aucInterval: Interval | null;
  /** On the training rows; far above the test's means overfitting. */
  trainAuc: number | null;
  averagePrecision: number | null;
  brier: number | null;
  logLoss: number | null;
  roc: RocPoint[];
  calibration: CalibrationBin[];
  /** Of the test rows in order of time, for thresholds chosen later. */
  labels: Uint8Array;
  probabilities: Float64Array;
}

const rocPoints = 400;

/** Judges a model on the held-out rows; `random` draws the resamples of the AUC's interval. */
export function evaluate(
  {problem, testColumns, testLabels}: Prepared,
  model: LinearModel,
  random: () => number
): Evaluation {
  const probabilities = scores(testColumns, model, testLabels.length).map(sigmoid);
  const roc = rocCurve(testLabels, probabilities);
  const every = Math.ceil(roc.length / rocPoints);
  return {
    auc: rocAuc(testLabels, probabilities),
    aucInterval: rocAucInterval(testLabels, probabilities, {random, resamples: 300}),
    trainAuc: rocAuc(problem.labels, scores(problem.columns, model, problem.labels.length)),
    averagePrecision: averagePrecision(testLabels, probabilities),
    brier: brier(testLabels, probabilities),
    logLoss: logLoss(testLabels, probabilities),
    roc: roc.filter((_, index) => index % every === 0 || index === roc.length - 1),
    calibration: calibration(testLabels, probabilities, 10, "quantile"),
    labels: testLabels,
    probabilities
  };
}
