import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";

/** Mean and standard deviation of a user's value. */
export interface Spread {
  mean: number;
  sd: number;
}

/** A value that most users have at zero. */
export interface SpendPattern {
  /** Share of users who spend anything, 0 < buyers <= 1. */
  buyers: number;
  /** Mean of what those spend. */
  mean: number;
  /** Standard deviation of what those spend. */
  sd: number;
}

/**
 * Mean and spread of revenue per user, buyers or not: sd^2 = p s^2 + p (1 - p) m^2 (law of total variance).
 * @example revenuePerUser({buyers: 0.5, mean: 2, sd: 0}).value => {mean: 1, sd: 1}
 */
export function revenuePerUser({buyers, mean, sd}: SpendPattern): Result<Spread> {
  if (!(buyers > 0 && buyers <= 1))
    return fail("buyers", "The share of buyers must be above 0 % and at most 100 %.");
  if (!(mean > 0 && Number.isFinite(mean)))
    return fail("mean", "The mean spend of a buyer must be above zero.");
  if (!(sd >= 0 && Number.isFinite(sd)))
    return fail("sd", "The standard deviation of the buyers’ spend must not be negative.");
  const variance = buyers * sd ** 2 + buyers * (1 - buyers) * mean ** 2;
  if (variance === 0)
    return fail("sd", "If everybody spends the same there is nothing to test: give the spread of the spend.");
  return ok({mean: buyers * mean, sd: Math.sqrt(variance)});
}

/** Two values of a user, of whose sums over all users a metric is the ratio: spend and orders, clicks and views. */
export interface RatioPattern {
  numerator: Spread;
  denominator: Spread;
  /** Between both values of a user, -1 to 1. */
  correlation: number;
}

/**
 * Mean and spread, per user, of a ratio of sums: the spread of (numerator - ratio x denominator) / mean denominator.
 * Method: the delta method; A. Deng, U. Knoblich and J. Lu, "Applying the delta method in metric analytics" (2018).
 * @example ratioPerUser({numerator: {mean: 4, sd: 2}, denominator: {mean: 2, sd: 0}, correlation: 0}).value => {mean: 2, sd: 1}
 */
export function ratioPerUser({numerator, denominator, correlation}: RatioPattern): Result<Spread> {
  if (!(denominator.mean > 0))
    return fail("denominator", "The mean of the denominator must be above zero: a ratio divides by it.");
  if (!Number.isFinite(numerator.mean) || numerator.mean === 0)
    return fail("numerator", "The mean of the numerator must be a number other than zero.");
  if (!(numerator.sd >= 0 && denominator.sd >= 0))
    return fail("sd", "A standard deviation must not be negative.");
  if (!(Math.abs(correlation) <= 1)) return fail("correlation", "A correlation lies between −1 and 1.");
  const ratio = numerator.mean / denominator.mean;
  const variance =
    numerator.sd ** 2 -
    2 * ratio * correlation * numerator.sd * denominator.sd +
    (ratio * denominator.sd) ** 2;
  if (!(variance > 1e-12 * (numerator.sd ** 2 + (ratio * denominator.sd) ** 2)))
    return fail("sd", "Every user has the same ratio, so there is nothing to test: give the spreads.");
  return ok({mean: ratio, sd: Math.sqrt(variance) / denominator.mean});
}
