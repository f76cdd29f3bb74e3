import {betaQuantile} from "../../distributions/beta.js";
import {binomialCdf, binomialLogPmf} from "../../distributions/binomial.js";
import type {Sides} from "../arms.js";
import {criticalValue} from "./tail.js";

/** Both ends of an interval. */
export interface Ends {
  low: number;
  high: number;
}

/**
 * The interval of a rate from `converted` of `users` (Wilson 1927), also right for rare outcomes.
 * @param users 1 or more
 * @example wilson(5, 10) => {low: 0.2366, high: 0.7634}
 */
export function wilson(converted: number, users: number, level = 0.95): Ends {
  const z = criticalValue(level, "two-sided");
  const rate = converted / users;
  const shrink = 1 + (z * z) / users;
  const middle = (rate + (z * z) / (2 * users)) / shrink;
  const half = (z / shrink) * Math.sqrt((rate * (1 - rate)) / users + (z * z) / (4 * users * users));
  return {
    low: converted === 0 ? 0 : Math.max(0, middle - half),
    high: converted === users ? 1 : Math.min(1, middle + half)
  };
}

/**
 * The interval of a rate that covers it at least as often as it says, whatever the rate (Clopper and Pearson 1934).
 * @param users 1 or more
 * @example clopperPearson(0, 10) => {low: 0, high: 0.3085}
 */
export function clopperPearson(converted: number, users: number, level = 0.95): Ends {
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

/** The first whole number from `from` on for which something holds, when it holds for all after; `end` if none. */
function firstWhere(holds: (k: number) => boolean, from: number, end: number): number {
  let [low, high] = [from, end];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
