import type {MeanArm, ProportionArm} from "../arms.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";

/** What a mean-like figure of an arm is known by: its value, and the variance of one user's part in it. */
export interface Statistic {
  name: string;
  /** Users. */
  n: number;
  mean: number;
  /** Of one user's value; over n it is the variance of the mean. */
  variance: number;
}

const tooFew = (name: string, n: number, needed: number): string =>
  n === 0
    ? `There are no users in “${name}”: nothing can be said of it.`
    : `“${name}” has only ${n === 1 ? "one user" : `${n} users`}: at least ${needed} are needed to see how much users differ.`;

/**
 * A rate as a statistic; its variance is p (1 - p), as GrowthBook has it.
 * @example proportionStatistic({name: "a", users: 4, converted: 2}) => ok({name: "a", n: 4, mean: 0.5, variance: 0.25})
 */
export const proportionStatistic = ({name, users, converted}: ProportionArm): Result<Statistic> =>
  users < 1
    ? fail("users", tooFew(name, users, 1))
    : ok({name, n: users, mean: converted / users, variance: (converted / users) * (1 - converted / users)});

/**
 * A mean as a statistic; its variance has n - 1 below. Of fewer than two users there is none.
 * @example meanStatistic({name: "a", users: 2, sum: 4, sumSquares: 10}) => ok({name: "a", n: 2, mean: 2, variance: 2})
 */
export function meanStatistic({name, users, sum, sumSquares}: MeanArm): Result<Statistic> {
  if (users < 2) return fail("users", tooFew(name, users, 2));
  const mean = sum / users;
  const squares = sumSquares - sum * mean;
  const rounding = 1e-13 * sumSquares;
  return ok({name, n: users, mean, variance: squares > rounding ? squares / (users - 1) : 0});
}

/** Sums over an arm's users of a ratio's two parts. */
export interface RatioArm {
  name: string;
  users: number;
  /** Of what stands above the line, its square, and so on below it. */
  above: number;
  aboveSquares: number;
  below: number;
  belowSquares: number;
  /** Of the products. */
  products: number;
}

/**
 * A ratio of two sums (revenue per order, say, where users are what was drawn into arms) as a statistic, its variance
 * by the delta method: of above - ratio × below, over the mean below squared. A. Deng, U. Knoblich and J. Lu,
 * "Applying the delta method in metric analytics" (KDD 2018).
 * @example ratioStatistic({name: "a", users: 2, above: 6, aboveSquares: 18, below: 2, belowSquares: 2, products: 6}) => ok({name: "a", n: 2, mean: 3, variance: 0})
 */
export function ratioStatistic(arm: RatioArm): Result<Statistic> {
  const {name, users: n, above, aboveSquares, below, belowSquares, products} = arm;
  if (n < 2) return fail("users", tooFew(name, n, 2));
  if (below === 0)
    return fail("ratio", `The denominators in “${name}” add up to 0: a ratio needs something to divide by.`);
  const ratio = above / below;
  const variance = (a: number, b: number, ab: number) => (ab - (a * b) / n) / (n - 1);
  const spread =
    variance(above, above, aboveSquares) -
    2 * ratio * variance(above, below, products) +
    ratio * ratio * variance(below, below, belowSquares);
  const rounding = 1e-13 * (aboveSquares + ratio * ratio * belowSquares);
  return ok({name, n, mean: ratio, variance: spread * n > rounding ? spread / (below / n) ** 2 : 0});
}
