import {normalQuantile, normalUpper} from "../../distributions/normal.js";
import {tCdf, tQuantile} from "../../distributions/studentT.js";
import type {Interval, Sides} from "../arms.js";

/** How a difference is tested and bounded. */
export interface ReadOptions {
  /** What counts as evidence; two-sided without it. */
  sides?: Sides;
  /** Confidence of intervals, between 0 and 1; .95 without it. */
  level?: number;
}

/** The p-value of a standard normal statistic. @example normalP(0, "two-sided") => 1 */
export const normalP = (z: number, sides: Sides): number =>
  sides === "two-sided"
    ? Math.min(1, 2 * normalUpper(Math.abs(z)))
    : normalUpper(sides === "greater" ? z : -z);

/** The p-value of a t statistic with so many degrees of freedom. @example studentP(0, 5, "greater") => 0.5 */
export const studentP = (t: number, df: number, sides: Sides): number =>
  sides === "two-sided" ? Math.min(1, 2 * tCdf(-Math.abs(t), df)) : tCdf(sides === "greater" ? -t : t, df);

/**
 * The quantile that an interval's ends are away from its middle, in standard errors: all of alpha on one side where
 * only one side counts.
 * @param df degrees of freedom; without them the normal distribution's
 * @example criticalValue(0.95, "two-sided") => 1.959963984540054
 */
export function criticalValue(level: number, sides: Sides, df?: number): number {
  const p = sides === "two-sided" ? (1 + level) / 2 : level;
  return df === undefined ? normalQuantile(p) : tQuantile(p, df);
}

/** An interval of so many units around a middle, open where the side does not count. @example around(1, 2, "greater") => {low: -1, high: null} */
export const around = (middle: number, half: number, sides: Sides): Interval => ({
  low: sides === "less" ? null : middle - half,
  high: sides === "greater" ? null : middle + half
});
