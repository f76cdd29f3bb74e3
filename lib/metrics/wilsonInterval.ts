import type {Interval} from "./percentileInterval.js";

/** The standard normal distribution's .975 quantile. */
const normal975 = 1.959963984540054;

/**
 * The 95 % interval of a share that is estimated from so many positives among so many rows (Wilson 1927); it stays
 * within 0 and 1 and holds for rare outcomes too. `null` without rows.
 * @param positives whole number from 0 to `rows`
 * @example wilsonInterval(5, 10) => {low: 0.2366, high: 0.7634}
 */
export function wilsonInterval(positives: number, rows: number): Interval | null {
  if (!(rows > 0)) return null;
  const share = positives / rows;
  const squared = normal975 * normal975;
  const middle = (share + squared / (2 * rows)) / (1 + squared / rows);
  const half =
    (normal975 * Math.sqrt((share * (1 - share)) / rows + squared / (4 * rows * rows))) /
    (1 + squared / rows);
  return {
    low: positives === 0 ? 0 : Math.max(0, middle - half),
    high: positives === rows ? 1 : Math.min(1, middle + half)
  };
}
