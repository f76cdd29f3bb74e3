import {descending} from "./descending.js";
import {drawCounts} from "../random/drawCounts.js";
import type {Interval} from "./percentileInterval.js";
import {percentileInterval} from "./percentileInterval.js";
import {rankedAuc} from "./rankedAuc.js";

export type {Interval} from "./percentileInterval.js";

/** How an interval is drawn: `random` gives numbers in [0, 1), `resamples` and `level` default to 500 and .95. */
export interface BootstrapOptions {
  random: () => number;
  resamples?: number;
  level?: number;
}

/**
 * A percentile bootstrap interval of the ROC-AUC (Efron and Tibshirani 1993): rows are drawn with replacement as
 * often as there are rows. Rows are sorted once and a resample is a count per row, so each costs one pass.
 * `null` where no resample has both classes.
 * @example rocAucInterval([0, 1], [0.1, 0.9], {random: () => 0.3}) => null
 */
export function rocAucInterval(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  {random, resamples = 500, level = 0.95}: BootstrapOptions
): Interval | null {
  const ranked = descending(labels, scores);
  const counts = new Uint16Array(ranked.labels.length);
  const values = Float64Array.from({length: resamples}, () => {
    drawCounts(counts, random);
    return rankedAuc(ranked.labels, ranked.scores, counts) ?? NaN;
  });
  return percentileInterval(values, level);
}
