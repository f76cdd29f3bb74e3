import {tQuantile} from "../distributions/studentT.js";
import type {Interval} from "../metrics/percentileInterval.js";

/** With fewer than this share of the resamples, those that could tell are not like the others. */
const enough = 0.5;

/**
 * An interval of an estimate above 0 by the standard error of its logarithm among few resamples, with as many degrees
 * of freedom (B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, ch. 6 and 12: 25 resamples
 * make a standard error, percentiles take 1,000). `null` where fewer than half of the resamples could tell (NaN), or
 * where they do not differ.
 * @example resampledInterval(10, [9, 10, 11], 0.95) => {low: 6.5, high: 15.4}
 */
export function resampledInterval(
  estimate: number,
  resampled: ArrayLike<number>,
  level: number
): Interval | null {
  const logs = Float64Array.from(resampled, Math.log).filter(Number.isFinite);
  if (!(estimate > 0) || logs.length < 2 || logs.length < enough * resampled.length) return null;
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
  const error = Math.sqrt(squares / (logs.length - 1));
  if (!(error > 1e-12)) return null;
  const off = tQuantile((1 + level) / 2, logs.length - 1) * error;
  return {low: estimate * Math.exp(-off), high: estimate * Math.exp(off)};
}
