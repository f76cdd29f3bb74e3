import {logOdds} from "../calibrate/calibrationLine.js";
import type {IsotonicCurve} from "../calibrate/isotonic.js";
import {applyIsotonic} from "../calibrate/isotonic.js";
import type {PlattScaling} from "../calibrate/platt.js";
import {applyPlatt} from "../calibrate/platt.js";
import {correctPrior} from "../calibrate/priorCorrection.js";

/** What turns a model's probability into one that can be taken at its word. */
export type Calibration =
  /** Of log-odds. */
  | ({method: "platt"} & PlattScaling)
  /** Of probabilities. */
  | ({method: "isotonic"} & IsotonicCurve)
  /** The share of positives as the model saw it (after resampling), and where the model is used. */
  | {method: "prior"; learnt: number; actual: number};

/**
 * A calibrated probability. A model that scores in log-odds gives them; without them they are taken from the
 * probability.
 * @example calibrated({method: "prior", learnt: 0.5, actual: 0.1}, 0.5) => 0.1
 */
export function calibrated(
  calibration: Calibration,
  probability: number,
  margin = logOdds(probability)
): number {
  switch (calibration.method) {
    case "platt":
      return applyPlatt(calibration, margin);
    case "isotonic":
      return applyIsotonic(calibration, probability);
    case "prior":
      return correctPrior(probability, calibration.learnt, calibration.actual);
  }
}
