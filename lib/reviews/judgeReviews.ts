import type {CalibrationBin} from "../metrics/calibration.js";
import {calibration} from "../metrics/calibration.js";
import type {Scorecard} from "../metrics/scorecard.js";
import {scorecard} from "../metrics/scorecard.js";
import {randomStream} from "../random/streams.js";
import {macroF1} from "./macroF1.js";

/** How well probabilities of a low score do on reviews that nothing was learnt from. */
export interface ReviewJudgement {
  /** Of low scores: accuracy, F1, area under the ROC curve, average precision, Brier score and more, with intervals. */
  scorecard: Scorecard;
  /** Mean F1 of low and high scores at the threshold. */
  macroF1: number | null;
  /** Ten bins of about equal size. */
  calibration: CalibrationBin[];
}

/** `resamples` 300 and `threshold` .5 where not given. */
export interface JudgeOptions {
  seed: number;
  trainLabels: ArrayLike<number>;
  threshold?: number;
  resamples?: number;
}

const bins = 10;

/**
 * Judges probabilities of a low score by the project's metrics. Gives way often, with the share done.
 * @param labels 1 for a low score, 0 for a high one
 * @example finish(judgeReviews([0, 1], [0.2, 0.7], {seed: 1, trainLabels: [0, 1]})).macroF1 => 1
 */
export function* judgeReviews(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  {seed, trainLabels, threshold = 0.5, resamples}: JudgeOptions
): Generator<{share: number}, ReviewJudgement> {
  const random = randomStream("reviews.scorecard", seed);
  const card = yield* scorecard(labels, probabilities, {trainLabels, random, threshold, resamples});
  return {
    scorecard: card,
    macroF1: macroF1(labels, probabilities, threshold),
    calibration: labels.length ? calibration(labels, probabilities, bins, "quantile") : []
  };
}
