import {chiSquareUpper} from "../distributions/chiSquare.js";
import {normalUpper} from "../distributions/normal.js";

/** A test's statistic and its two-sided p-value. */
export interface Tested {
  statistic: number;
  p: number;
}

/**
 * Pearson's chi-square of counts against the shares of a reference, which are taken as known, as Evidently does for
 * categories of up to 1,000 reference rows (scipy.stats.chisquare). A category that the reference lacks has a chance
 * of none. Null with fewer than two categories or an empty side.
 * @example goodnessOfFit([25, 25, 25, 25], [40, 30, 20, 10]) => {statistic: 20, p: 0.00016974243555282632}
 */
export function goodnessOfFit(reference: readonly number[], current: readonly number[]): Tested | null {
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const scale = total(current) / total(reference);
  const seen = reference.map((count, i) => [count * scale, current[i]]).filter(([e, c]) => e > 0 || c > 0);
  if (!(scale > 0) || scale === Infinity || seen.length < 2) return null;
  const statistic = seen.reduce((sum, [expected, count]) => sum + (count - expected) ** 2 / expected, 0);
  return {statistic, p: statistic === Infinity ? 0 : chiSquareUpper(statistic, seen.length - 1)};
}

/**
 * The z-test of two independent shares with a pooled variance, as Evidently does for two values; z² is the chi-square
 * of their table. Null where either side is empty or all rows are alike.
 * @example sharesTest([200, 1000], [250, 1000]).statistic => 2.6773978
 */
export function sharesTest(
  [before, rowsBefore]: readonly [number, number],
  [now, rowsNow]: readonly [number, number]
): Tested | null {
  const pooled = (before + now) / (rowsBefore + rowsNow);
  if (!(rowsBefore > 0 && rowsNow > 0 && pooled > 0 && pooled < 1)) return null;
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / rowsBefore + 1 / rowsNow));
  const statistic = (now / rowsNow - before / rowsBefore) / deviation;
  return {statistic, p: Math.min(1, 2 * normalUpper(Math.abs(statistic)))};
}
