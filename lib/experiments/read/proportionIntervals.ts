import type {Interval, ProportionArm} from "../arms.js";
import {wilson} from "./oneProportion.js";
import {scoreInterval} from "./scoreInterval.js";
import type {ReadOptions} from "./tail.js";
import {around, criticalValue} from "./tail.js";

/** The ways to an interval of a difference of two rates. */
export type DifferenceMethod = "newcombe" | "wald" | "agresti-caffo" | "score";

/**
 * The interval of treatment rate - control rate, of arms with one user or more.
 * - newcombe: from both arms' Wilson intervals (R. G. Newcombe 1998, method 10); stays within -1 and 1, good for few;
 * - wald: by the normal distribution from the rates as they are (R's prop.test); too narrow for few or rare;
 * - agresti-caffo: Wald's after adding a conversion and a non-conversion to each arm (2000);
 * - score: the differences that a score test does not refuse (Miettinen and Nurminen 1985).
 *
 * One-sided, all of alpha is on one end.
 * @example differenceInterval({name: "a", users: 1000, converted: 200}, {name: "b", users: 1000, converted: 250}, "newcombe") => {low: 0.013396, high: 0.086451}
 */
export function differenceInterval(
  control: ProportionArm,
  treatment: ProportionArm,
  method: DifferenceMethod,
  {sides = "two-sided", level = 0.95}: ReadOptions = {}
): Interval {
  const z = criticalValue(level, sides);
  const open = ({low, high}: {low: number; high: number}): Interval => ({
    low: sides === "less" ? null : low,
    high: sides === "greater" ? null : high
  });
  if (method === "newcombe") {
    const twoSided = sides === "two-sided" ? level : 2 * level - 1;
    return open(newcombe(control, treatment, twoSided));
  }
  if (method === "score") return open(scoreInterval(control, treatment, z));
  const added = method === "agresti-caffo" ? 1 : 0;
  const [a, b] = [control, treatment].map(({users, converted}) => {
    const n = users + 2 * added;
    const rate = (converted + added) / n;
    return {rate, variance: (rate * (1 - rate)) / n};
  });
  return around(b.rate - a.rate, z * Math.sqrt(a.variance + b.variance), sides);
}

function newcombe(control: ProportionArm, treatment: ProportionArm, level: number) {
  const [a, b] = [control, treatment].map(({users, converted}) => ({
    rate: converted / users,
    ...wilson(converted, users, level)
  }));
  const difference = b.rate - a.rate;
  return {
    low: difference - Math.hypot(b.rate - b.low, a.high - a.rate),
    high: difference + Math.hypot(b.high - b.rate, a.rate - a.low)
  };
}
