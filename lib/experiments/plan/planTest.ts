import {formatNumber, formatShare} from "../../format.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {Correction} from "./corrections.js";
import {alphaEach} from "./corrections.js";
import type {MeanFormula} from "./meanPower.js";
import {meanPower} from "./meanPower.js";
import type {PowerFunction} from "./power.js";
import type {ProportionFormula} from "./proportionPower.js";
import {proportionPower} from "./proportionPower.js";
import {smallestEffect, usersFor} from "./solve.js";

/** What is measured of a user, as it is without the change. */
export type PlanMetric =
  | {kind: "proportion"; baseline: number; formula: ProportionFormula}
  | {kind: "mean"; mean: number; sd: number; formula: MeanFormula};

/** A test to be planned. */
export interface PlanRequest {
  metric: PlanMetric;
  /** The smallest effect worth finding: absolute, signed, in the metric's unit. */
  effect: number;
  /** Chance of a false alarm of the whole test. */
  alpha: number;
  /** Chance of finding the effect, of each comparison. */
  power: number;
  sides: 1 | 2;
  /** Control included. */
  arms: number;
  /** Users in each variant for each user in the control. */
  ratio: number;
  correction: Correction;
}

/** How many users a test needs. */
export interface SampleSize {
  /** Variants, each compared with the control. */
  comparisons: number;
  /** Alpha of each comparison. */
  alphaEach: number;
  /** Users in the control, not rounded. */
  exact: number;
  control: number;
  /** Users in each variant. */
  each: number;
  total: number;
  powerOf: PowerFunction;
}

/**
 * How many users a test needs in each arm. Refuses, with a sentence, what no test can answer.
 * @example planTest({metric: {kind: "proportion", baseline: 0.2, formula: "pooled"}, effect: 0.05, alpha: 0.05, power: 0.8, sides: 2, arms: 2, ratio: 1, correction: "none"}).value.control => 1094
 */
export function planTest(asked: PlanRequest): Result<SampleSize> {
  const request = withinShares(asked);
  const checked = check(request);
  if (!checked.ok) return checked;
  const {metric, effect, power, arms, ratio} = request;
  const comparisons = arms - 1;
  const powerOf = powerFor(request);
  const users = usersFor(powerOf, effect, power);
  if (!users.ok) return users;
  const whole = (value: number) =>
    metric.formula === "baseline" ? Math.round(value) : Math.ceil(value - 1e-9);
  const [control, each] = [users.value, users.value * ratio].map((value) => Math.max(2, whole(value)));
  return ok({
    comparisons,
    alphaEach: alphaEach(request.alpha, comparisons, request.correction),
    exact: users.value,
    control,
    each,
    total: control + comparisons * each,
    powerOf
  });
}

/**
 * The smallest effect, in the direction of the request's, that so many users in the control find with the power.
 * @example detectable({...request, effect: 0.05}, 1094).value => 0.04999
 */
export function detectable(request: PlanRequest, users: number): Result<number> {
  const checked = check(request);
  if (!checked.ok) return checked;
  if (!(users >= 2 && Number.isFinite(users)))
    return fail("users", "At least two users must be in each arm.");
  const {metric, effect, power} = request;
  const largest =
    metric.kind === "proportion" ? (effect > 0 ? 1 - metric.baseline : metric.baseline) : 1e6 * metric.sd;
  return smallestEffect(powerFor(request), users, power, Math.sign(effect) * largest);
}

function powerFor({metric, alpha, sides, arms, ratio, correction}: PlanRequest): PowerFunction {
  const design = {alpha: alphaEach(alpha, arms - 1, correction), sides, ratio};
  return metric.kind === "proportion"
    ? proportionPower(metric.baseline, design, metric.formula)
    : meanPower(metric.sd, design, metric.formula);
}

/** An effect that reaches 0 % or 100 %, but for rounding, reaches it. */
function withinShares(request: PlanRequest): PlanRequest {
  const {metric, effect} = request;
  if (metric.kind !== "proportion") return request;
  const treated = metric.baseline + effect;
  const end = Math.round(treated);
  return Math.abs(treated - end) < 1e-12 ? {...request, effect: end - metric.baseline} : request;
}

/** Refuses what no test can answer, naming what to change. */
function check({metric, effect, alpha, power, arms, ratio}: PlanRequest): Result<true> {
  if (!Number.isFinite(effect)) return fail("effect", "The effect must be a number.");
  if (metric.kind === "proportion") {
    if (!(metric.baseline > 0 && metric.baseline < 1))
      return fail(
        "baseline",
        "The baseline must lie between 0 % and 100 %, without either: of a share that nobody or everybody reaches there is nothing to compare."
      );
    const treated = metric.baseline + effect;
    if (!(treated >= 0 && treated <= 1))
      return fail(
        "effect",
        `The effect would make ${formatShare(metric.baseline, 2)} into ${formatShare(treated, 2)}, and a share lies between 0 % and 100 %: choose a smaller effect.`
      );
  } else if (!(metric.sd > 0 && Number.isFinite(metric.sd) && Number.isFinite(metric.mean)))
    return fail(
      "sd",
      "The standard deviation must be above zero: if all users are the same there is nothing to test."
    );
  if (effect === 0)
    return fail(
      "effect",
      "The effect must not be zero: no number of users finds what is not there. Give the smallest that would change what you do."
    );
  if (!(alpha > 0 && alpha < 1))
    return fail(
      "alpha",
      "Alpha must lie between 0 % and 100 %, without either: at 0 % nothing is ever significant, at 100 % everything."
    );
  if (!(power > alpha && power < 1))
    return fail(
      "power",
      `The power must be above alpha, ${formatShare(alpha)}, and below 100 %: certainty would need endless users.`
    );
  if (!(Number.isInteger(arms) && arms >= 2 && arms <= 10))
    return fail("arms", "A test has 2 to 10 arms, the control among them.");
  if (!(ratio >= 0.01 && ratio <= 100))
    return fail(
      "ratio",
      `A variant must have from ${formatNumber(0.01)} to 100 users for each user in the control.`
    );
  return ok(true);
}
