import {tQuantile, tTwoSided} from "../distributions/studentT.js";
import type {ScoreMean} from "./scoreMean.js";

/** A difference of two mean scores. */
export interface ScoreDifference {
  difference: number;
  low: number;
  high: number;
  /** Two-sided. */
  p: number;
}

/**
 * The first mean score less the second, with Welch's 95 % interval and test (Welch 1947). `null` where either has
 * fewer than two reviews, or neither varies.
 * @example scoreDifference(scoreMean([1, 0, 0, 0, 3]), scoreMean([3, 0, 0, 0, 1]))?.difference => 2
 */
export function scoreDifference(one: ScoreMean | null, other: ScoreMean | null): ScoreDifference | null {
  if (!one || !other || one.reviews < 2 || other.reviews < 2) return null;
  const [a, b] = [one.variance / one.reviews, other.variance / other.reviews];
  if (!(a + b > 0)) return null;
  const difference = one.mean - other.mean;
  const error = Math.sqrt(a + b);
  const freedom = (a + b) ** 2 / (a ** 2 / (one.reviews - 1) + b ** 2 / (other.reviews - 1));
  const half = tQuantile(0.975, freedom) * error;
  return {
    ...{difference, low: difference - half, high: difference + half},
    p: tTwoSided(difference / error, freedom)
  };
}
