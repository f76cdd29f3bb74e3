import {binned} from "../metrics/calibration.js";
import type {Binning} from "../metrics/calibration.js";
import {drawCounts} from "../random/drawCounts.js";
import type {Interval} from "../metrics/percentileInterval.js";
import {percentileInterval} from "../metrics/percentileInterval.js";
import {quantile} from "../metrics/quantile.js";

/** The expected calibration error; `null` without rows. */
export interface CalibrationError {
  value: number | null;
  /** Percentile bootstrap; leans upward, as noise within a bin cannot cancel. */
  interval: Interval | null;
  /** What a perfectly calibrated model would stay below on these rows with probability `level`. */
  byChance: number | null;
}

/** `bins` 10, `binning` "quantile", `resamples` 300 and `level` .95 where not given. */
export interface CalibrationErrorOptions {
  random: () => number;
  bins?: number;
  binning?: Binning;
  resamples?: number;
  level?: number;
}

/**
 * Expected calibration error: the mean distance of predicted and observed share over the bins of a reliability
 * diagram, weighted by their rows (Naeini, Cooper and Hauskrecht 2015). Beside its interval stands what chance alone
 * makes of perfect probabilities: outcomes drawn from them (consistency resampling, Bröcker and Smith 2007).
 * Gives way often, with the share done.
 * @example finish(calibrationError([0, 1], [0.1, 0.9], {random, bins: 2})).value => 0.1
 */
export function* calibrationError(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  {random, bins = 10, binning = "quantile", resamples = 300, level = 0.95}: CalibrationErrorOptions
): Generator<{share: number}, CalibrationError> {
  const rows = labels.length;
  if (!rows) return {value: null, interval: null, byChance: null};
  const binOf = binned(probabilities, bins, binning);
  const gaps = new Float64Array(bins);
  /** Sums up predicted less observed by bin; bins weigh as many rows as they have. */
  const error = (gap: (row: number) => number) => {
    gaps.fill(0);
    for (let row = 0; row < rows; row++) gaps[binOf[row]] += gap(row);
    return gaps.reduce((sum, value) => sum + Math.abs(value), 0) / rows;
  };
  const counts = new Uint16Array(rows);
  const drawn = new Float64Array(resamples);
  const chance = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample++) {
    drawCounts(counts, random);
    drawn[resample] = error((row) => counts[row] * (probabilities[row] - labels[row]));
    chance[resample] = error((row) => probabilities[row] - Number(random() < probabilities[row]));
    yield {share: resample / resamples};
  }
  return {
    value: error((row) => probabilities[row] - labels[row]),
    interval: percentileInterval(drawn, level),
    byChance: resamples ? quantile(chance.sort(), level) : null
  };
}
