import {isotonic} from "../calibrate/isotonic.js";
import {platt} from "../calibrate/platt.js";
import {weightedShare} from "../calibrate/priorCorrection.js";
import type {Calibration} from "../model/calibration.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Balance, ModelSpec} from "../learn/families.js";

/** What is done to make probabilities mean what they say; "prior" undoes weights and synthetic rows. */
export const calibrationMethods = ["none", "platt", "isotonic", "prior"] as const;
export type CalibrationMethod = (typeof calibrationMethods)[number];

/** What a calibration is worked out from. */
export interface CalibrationMaterial {
  spec: ModelSpec;
  balance: Balance;
  /** Of the rows that were learnt from. */
  trainLabels: Uint8Array;
  /** Of rows that were not learnt from, for "platt" and "isotonic". */
  labels: Uint8Array;
  /** Of label 1, before calibration. */
  probabilities: Float64Array;
  /** The same rows', as the model's own scores have them. */
  logOdds: Float64Array;
}

/**
 * The calibration of a model: a sigmoid of its log-odds, or a rising curve of its probabilities, fitted to rows that it
 * has not learnt from; or the ratio of the shares of label 1 as the model saw them and as they are. Undefined where
 * there is nothing to do. Fails, with a sentence, where the rows do not allow it.
 */
export function calibrating(
  method: CalibrationMethod,
  {spec, balance, trainLabels, labels, probabilities, logOdds}: CalibrationMaterial
): Result<Calibration | undefined> {
  switch (method) {
    case "none":
      return ok(undefined);
    case "platt": {
      const fit = platt(labels, logOdds);
      return fit.ok ? ok({method, ...fit.value}) : fit;
    }
    case "isotonic": {
      const fit = isotonic(labels, probabilities);
      return fit.ok ? ok({method, ...fit.value}) : fit;
    }
    case "prior": {
      const actual = trainLabels.reduce((sum, label) => sum + label, 0) / trainLabels.length;
      if (!(actual > 0 && actual < 1))
        return fail("one-class", "A correction of the prior needs training rows of both outcomes.");
      const learnt = learntShare(spec, balance, actual);
      return ok(learnt === actual ? undefined : {method, learnt, actual});
    }
  }
}

/**
 * The share of label 1 as a model sees it: a half once classes are balanced by weights or synthetic rows, and more
 * where XGBoost weighs label 1.
 * @example learntShare({...briefSpecs.xgboost, scalePosWeight: 3}, "none", 0.25) => 0.5
 */
export function learntShare(spec: ModelSpec, balance: Balance, share: number): number {
  const balanced = balance === "none" ? share : 0.5;
  return spec.family === "xgboost" ? weightedShare(balanced, spec.scalePosWeight) : balanced;
}
