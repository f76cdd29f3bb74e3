import cdfOf from "@stdlib/stats-base-dists-t-cdf";
import quantileOf from "@stdlib/stats-base-dists-t-quantile";

/** The chance that Student's t with `df` degrees of freedom is at most t. @example tCdf(0, 5) => 0.5 */
export const tCdf = (t: number, df: number): number => cdfOf(t, df);

/** The two-sided p-value of t: the chance of a value at least as far from 0. @example tTwoSided(0, 5) => 1 */
export const tTwoSided = (t: number, df: number): number => 2 * cdfOf(-Math.abs(t), df);

/** The t that a value stays below with chance p. @example tQuantile(0.5, 5) => 0 */
export const tQuantile = (p: number, df: number): number => quantileOf(p, df);
