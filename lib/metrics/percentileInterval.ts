import {quantile} from "./quantile.js";

/** An interval's two ends. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * The interval that holds the middle share `level` of the resampled values (Efron and Tibshirani 1993, ch. 13).
 * Resamples that could not tell (NaN) are left out; `null` where none could.
 * @example percentileInterval([4, NaN, 1, 2, 3], 0.5) => {low: 1.75, high: 3.25}
 */
export function percentileInterval(values: ArrayLike<number>, level: number): Interval | null {
  const told = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (!told.length) return null;
  return {low: quantile(told, (1 - level) / 2), high: quantile(told, (1 + level) / 2)};
}
