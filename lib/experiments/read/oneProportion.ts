import {betaQuantile} from "../../distributions/beta.js";
import {binomialCdf, binomialLogPmf} from "../../distributions/binomial.js";
import type {Interval} from "../../metrics/percentileInterval.js";
import {wilsonAround} from "../../metrics/wilsonInterval.js";
import {firstWhere} from "../../stats/firstWhere.js";
import type {Sides} from "../arms.js";
import {criticalValue} from "./tail.js";

/**
 * The interval of a rate from `converted` of `users` (Wilson 1927), also right for rare outcomes.
 * @param users 1 or more
 * @example wilson(5, 10) => {low: 0.2366, high: 0.7634}
 */
export const wilson = (converted: number, users: number, level = 0.95): Interval =>
  wilsonAround(converted, users, criticalValue(level, "two-sided"));

/**
 * The interval of a rate that covers it at least as often as it says, whatever the rate (Clopper and Pearson 1934).
 * @param users 1 or more
 * @example clopperPearson(0, 10) => {low: 0, high: 0.3085}
 */
export function clopperPearson(converted: number, users: number, level = 0.95): Interval {
  const tail = (1 - level) / 2;
  return {
    low: converted === 0 ? 0 : betaQuantile(tail, converted, users - converted + 1),
    high: converted === users ? 1 : betaQuantile(1 - tail, converted + 1, users - converted)
  };
}

/**
 * The exact p-value of `converted` of `users` if the rate were `rate`; two-sided it adds up all outcomes that are not
 * likelier (R's binom.test).
 * @param rate between 0 and 1, both included
 * @example binomialTest(1, 2, 0.5) => 1
 */
export function binomialTest(
  converted: number,
  users: number,
  rate: number,
  sides: Sides = "two-sided"
): number {
  if (sides === "less") return binomialCdf(converted, users, rate);
  if (sides === "greater") return binomialCdf(users - converted, users, 1 - rate);
  if (rate <= 0 || rate >= 1) return converted === Math.round(rate * users) ? 1 : 0;
  const middle = rate * users;
  if (converted === middle) return 1;
  const limit = binomialLogPmf(converted, users, rate) + 1e-7;
  const likelier = (k: number) => binomialLogPmf(k, users, rate) > limit;
  if (converted < middle) {
    const first = firstWhere((k) => !likelier(k), Math.ceil(middle), users + 1);
    return Math.min(1, binomialCdf(converted, users, rate) + binomialCdf(users - first, users, 1 - rate));
  }
  const last = firstWhere(likelier, 0, Math.floor(middle) + 1) - 1;
  return Math.min(1, binomialCdf(users - converted, users, 1 - rate) + binomialCdf(last, users, rate));
}
