import {sigmoid} from "../stats/sigmoid.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {sigmoidFit} from "./sigmoidFit.js";

/** A score s becomes the probability 1 / (1 + exp(-slope * s - intercept)): Platt's A is -slope, his B -intercept. */
export interface PlattScaling {
  slope: number;
  intercept: number;
}

/**
 * Platt scaling: the sigmoid of a score that fits the outcomes best, towards targets (n1 + 1) / (n1 + 2) and
 * 1 / (n0 + 2) in place of 1 and 0 (Platt 1999), as scikit-learn's CalibratedClassifierCV(method="sigmoid"). Fit it
 * on rows that the model has not learnt from, or its own overconfidence passes for truth. Scores are best log-odds
 * (margins), which can stay as they are. Fails where a class is missing, a score is no finite number or all scores
 * are the same.
 * @example platt([0, 1, 0, 1], [0, 0, 1, 1]).value => {slope: 0, intercept: 0}
 */
export function platt(labels: ArrayLike<number>, scores: ArrayLike<number>): Result<PlattScaling> {
  let positives = 0;
  for (let row = 0; row < labels.length; row++) {
    positives += labels[row];
    if (!Number.isFinite(scores[row])) return fail("score", "a score to calibrate is not a finite number");
  }
  const negatives = labels.length - positives;
  if (!positives || !negatives)
    return fail("one-class", "calibration needs rows of both outcomes, and these have one");
  const targets = Float64Array.from(labels, (label) =>
    label ? (positives + 1) / (positives + 2) : 1 / (negatives + 2)
  );
  const fit = sigmoidFit(targets, scores);
  return fit
    ? ok({slope: fit.slope, intercept: fit.intercept})
    : fail("constant", "calibration needs scores that differ, and these are all (nearly) the same");
}

/** The calibrated probability of a score. @example applyPlatt({slope: 1, intercept: 0}, 0) => 0.5 */
export const applyPlatt = ({slope, intercept}: PlattScaling, score: number): number =>
  sigmoid(slope * score + intercept);
