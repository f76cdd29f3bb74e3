import {normal975} from "../stats/normal975.js";
import type {Interval} from "./percentileInterval.js";

/**
 * The interval of a share that is estimated from so many positives among so many rows (Wilson 1927); it stays within
 * 0 and 1 and holds for rare outcomes too.
 * @param positives whole number from 0 to `rows`
 * @param rows 1 or more
 * @param z the normal quantile of the level
 * @example wilsonAround(5, 10, 1.96) => {low: 0.2366, high: 0.7634}
 */
export function wilsonAround(positives: number, rows: number, z: number): Interval {
  const share = positives / rows;
  const squared = z * z;
  const middle = (share + squared / (2 * rows)) / (1 + squared / rows);
  const half =
    (z * Math.sqrt((share * (1 - share)) / rows + squared / (4 * rows * rows))) / (1 + squared / rows);
  return {
    low: positives === 0 ? 0 : Math.max(0, middle - half),
    high: positives === rows ? 1 : Math.min(1, middle + half)
  };
}

/**
 * The same at 95 %; `null` without rows.
 * @example wilsonInterval(5, 10) => {low: 0.2366, high: 0.7634}
 */
export const wilsonInterval = (positives: number, rows: number): Interval | null =>
  rows > 0 ? wilsonAround(positives, rows, normal975) : null;
