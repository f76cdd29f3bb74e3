import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {Interval} from "../arms.js";
import type {Statistic} from "./statistic.js";
import type {ReadOptions} from "./tail.js";
import {around, criticalValue, studentP} from "./tail.js";

/** A difference of treatment minus control with all that is said of it. */
export interface Effect {
  estimate: number;
  standardError: number;
  interval: Interval;
  t: number;
  df: number;
  p: number;
}

const constant = (control: Statistic, treatment: Statistic): string =>
  `All users have the same value within “${control.name}” and within “${treatment.name}”: without any spread there is nothing to test a difference against.`;

function effect(
  estimate: number,
  standardError: number,
  df: number,
  {sides = "two-sided", level = 0.95}: ReadOptions
): Result<Effect> {
  const t = estimate / standardError;
  if (![estimate, standardError, df, t].every(Number.isFinite))
    return fail("size", "These numbers are too large or too small to compute with: change the unit.");
  const half = criticalValue(level, sides, df) * standardError;
  return ok({
    estimate,
    standardError,
    interval: around(estimate, half, sides),
    t,
    df,
    p: studentP(t, df, sides)
  });
}

/** Welch and Satterthwaite's degrees of freedom of the sum of two variances of means. */
function welchFreedom(control: Statistic, treatment: Statistic): number {
  const [a, b] = [control.variance / control.n, treatment.variance / treatment.n];
  const largest = Math.max(a, b);
  const [c, d] = [a / largest, b / largest];
  return (c + d) ** 2 / (c ** 2 / Math.max(1, control.n - 1) + d ** 2 / Math.max(1, treatment.n - 1));
}

/**
 * Whether two means differ, each arm with a variance of its own: Welch's t-test (R's t.test).
 * @example welch({name: "a", n: 2, mean: 1, variance: 1}, {name: "b", n: 2, mean: 1, variance: 1}) => ok({estimate: 0, t: 0, df: 2, p: 1, ...})
 */
export function welch(control: Statistic, treatment: Statistic, options: ReadOptions = {}): Result<Effect> {
  const error = Math.sqrt(control.variance / control.n + treatment.variance / treatment.n);
  if (error === 0) return fail("variance", constant(control, treatment));
  return effect(treatment.mean - control.mean, error, welchFreedom(control, treatment), options);
}

/**
 * Whether two means differ, both arms with one variance: Student's t-test (R's t.test with var.equal).
 * @example student({name: "a", n: 3, mean: 1, variance: 1}, {name: "b", n: 3, mean: 1, variance: 1}) => ok({estimate: 0, t: 0, df: 4, p: 1, ...})
 */
export function student(control: Statistic, treatment: Statistic, options: ReadOptions = {}): Result<Effect> {
  const df = control.n + treatment.n - 2;
  const pooled = ((control.n - 1) * control.variance + (treatment.n - 1) * treatment.variance) / df;
  const error = Math.sqrt(pooled * (1 / control.n + 1 / treatment.n));
  if (!(error > 0)) return fail("variance", constant(control, treatment));
  return effect(treatment.mean - control.mean, error, df, options);
}

/**
 * The relative lift, (treatment - control) / |control|, its variance by the delta method, as GrowthBook has it.
 * @example relativeLift({name: "a", n: 9, mean: -10, variance: 1}, {name: "b", n: 9, mean: -5, variance: 1}).value.estimate => 0.5
 */
export function relativeLift(
  control: Statistic,
  treatment: Statistic,
  options: ReadOptions = {}
): Result<Effect> {
  if (control.mean === 0)
    return fail(
      "zero",
      `“${control.name}” stands at 0, so that there is nothing to be relative to: read the absolute difference.`
    );
  const [a, b] = [control.variance / control.n, treatment.variance / treatment.n];
  const ratio = treatment.mean / control.mean;
  const error = Math.sqrt(b + a * ratio * ratio) / Math.abs(control.mean);
  if (error === 0)
    return fail(
      "variance",
      treatment.mean === 0
        ? `“${treatment.name}” stands at 0: the lift is −100 %, and this method has no interval for it.`
        : constant(control, treatment)
    );
  const lift = (treatment.mean - control.mean) / Math.abs(control.mean);
  return effect(lift, error, welchFreedom(control, treatment), options);
}
