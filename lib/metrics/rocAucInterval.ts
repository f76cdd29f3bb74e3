import {descending} from "./descending.js";
import {quantile} from "./quantile.js";
import {rankedAuc} from "./rankedAuc.js";

/** An interval's two ends. */
export interface Interval {
  low: number;
  high: number;
}

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
  const rows = ranked.labels.length;
  const counts = new Uint16Array(rows);
  const values: number[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    counts.fill(0);
    for (let draw = 0; draw < rows; draw++) counts[Math.floor(random() * rows)]++;
    const value = rankedAuc(ranked.labels, ranked.scores, counts);
    if (value !== null) values.push(value);
  }
  if (!values.length) return null;
  values.sort((a, b) => a - b);
  return {low: quantile(values, (1 - level) / 2), high: quantile(values, (1 + level) / 2)};
}
