import type {CalibrationMaterial, CalibrationMethod} from "../pipeline/calibrating.js";
import {calibrating} from "../pipeline/calibrating.js";
import type {Fitted} from "../pipeline/fitting.js";
import type {Calibration} from "../model/calibration.js";
import {logOdds} from "../calibrate/calibrationLine.js";
import {probabilityOf, scoresLogOdds} from "../model/model.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";

/** A fit whose scores have become probabilities for good. */
export type Calibrated<T extends Fitted = Fitted> = Omit<T, "margins" | "trainMargins">;

/**
 * A fit with its calibration, worked out from the rows whose scores stand after those of the first `tested` rows; these
 * rows' and the training rows' probabilities are calibrated, the others dropped.
 */
export function withCalibration<T extends Fitted>(
  {margins, trainMargins, ...fitted}: T,
  tested: number,
  method: CalibrationMethod,
  material: Omit<CalibrationMaterial, "probabilities" | "logOdds">
): Result<Calibrated<T>> {
  const probabilities = fitted.probabilities.subarray(tested);
  const found = calibrating(method, {
    ...material,
    probabilities,
    logOdds: scoresLogOdds(fitted.model) ? margins.subarray(tested) : probabilities.map(logOdds)
  });
  if (!found.ok) return found;
  const calibration = found.value;
  const model = calibration ? {...fitted.model, calibration} : fitted.model;
  const told = (margin: number) => probabilityOf(model, margin);
  return ok({
    ...fitted,
    model,
    probabilities: margins.slice(0, tested).map(told),
    trainProbabilities: trainMargins.map(told),
    rows: {...fitted.rows, test: tested}
  });
}

/** To the digits that every device agrees on. @example rounded(0.12345678) => 0.123457 */
export const rounded = (value: number): number => Number(value.toFixed(6)) + 0;

/** A calibration to the digits that every device agrees on. */
export function roundedCalibration(calibration: Calibration): Calibration {
  switch (calibration.method) {
    case "platt":
      return {
        ...calibration,
        slope: rounded(calibration.slope),
        intercept: rounded(calibration.intercept)
      };
    case "isotonic":
      return {
        ...calibration,
        scores: calibration.scores.map(rounded),
        probabilities: calibration.probabilities.map(rounded)
      };
    case "prior":
      return calibration;
  }
}
