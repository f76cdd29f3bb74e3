import type {Interval, ProportionArm} from "../arms.js";
import type {ReadOptions} from "./tail.js";
import {criticalValue} from "./tail.js";

/**
 * The largest ratio of two rates, treatment over control, that a score test does not refuse, where nobody converted in
 * the treatment (P. A. R. Koopman, Confidence intervals for the ratio of two binomial proportions, 1984). Unlike the delta
 * method it does not take a rate of 0 for one without spread.
 * @param z how many standard errors are still believed
 * @example largestRatio({users: 1000, converted: 200}, 1000, 1.959964) => 0.0191
 */
export function largestRatio(
  {users: n, converted: y}: Omit<ProportionArm, "name">,
  m: number,
  z: number
): number {
  const distance = (ratio: number): number => {
    const sum = ratio * (m + y) + n;
    const product = 4 * ratio * (m + n) * y;
    const p = (2 * ratio * y) / (sum + Math.sqrt(Math.max(0, sum * sum - product)));
    if (p >= 1) return Infinity;
    return ((m * p) / (1 - p)) * (1 + (m * (ratio - p)) / (n * (1 - p)));
  };
  let [low, high] = [0, 1 / m];
  while (distance(high) < z * z && high < 1e300) [low, high] = [high, high * 2];
  for (let i = 0; i < 200 && high - low > 1e-14 * high; i++) {
    const middle = (low + high) / 2;
    if (distance(middle) < z * z) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The relative lift of a treatment in which nobody converted: −100 %, and how much less than that it could be.
 * @example noneConverted({name: "a", users: 1000, converted: 200}, {name: "b", users: 1000, converted: 0}).interval => {low: -1, high: -0.981}
 */
export function noneConverted(
  control: ProportionArm,
  treatment: ProportionArm,
  {sides = "two-sided", level = 0.95}: ReadOptions = {}
): {estimate: number; interval: Interval} {
  const high = largestRatio(control, treatment.users, criticalValue(level, sides)) - 1;
  return {
    estimate: -1,
    interval: {low: sides === "less" ? null : -1, high: sides === "greater" ? null : high}
  };
}
