import {normalCdf, normalPdf, normalQuantile} from "../../distributions/normal.js";
import {formatCount} from "../../format.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {MeanArm, ProportionArm} from "../arms.js";

/** A number known up to a normal error. */
export interface Estimate {
  value: number;
  /** Of the estimate, not of one user. */
  variance: number;
}

/** A normal belief about an effect before the test, in the effect's unit. */
export interface NormalPrior {
  mean: number;
  variance: number;
}

/** What is believed about an effect after the test. */
export interface EffectPosterior {
  expected: number;
  /** `null` where nothing was measured and no prior given. */
  sd: number | null;
  interval: {low: number; high: number} | null;
  /** The chance that the treatment is better: 0.5 where nothing is known. */
  chanceToWin: number;
  /** What keeping the control, or taking the treatment, is expected to lose; `null` where nothing is known. */
  risk: {control: number; treatment: number} | null;
}

/**
 * The mean of an arm with its variance; `null` for an arm without users.
 * @example meanEstimate({name: "A", users: 4, sum: 8, sumSquares: 22}).value => {value: 2, variance: 0.5}
 */
export function meanEstimate({name, users, sum, sumSquares}: MeanArm): Result<Estimate | null> {
  if (users === 0) return ok(null);
  if (!Number.isSafeInteger(users) || users < 0 || !Number.isFinite(sum) || !Number.isFinite(sumSquares))
    return fail("sums", `Give “${name}” a whole number of users and its two sums as numbers.`);
  if (users === 1)
    return fail("sums", `“${name}” has one user: a spread cannot be told from one. Add users.`);
  const variance = (sumSquares - sum ** 2 / users) / (users - 1);
  if (variance < -1e-9 * Math.abs(sumSquares))
    return fail(
      "sums",
      `The sum of squares of “${name}” is smaller than its sum and ${formatCount(users)} users allow: square each user’s value before adding up.`
    );
  return ok({value: sum / users, variance: Math.max(0, variance) / users});
}

/**
 * The rate of an arm with its variance p (1 - p) / n; `null` for an arm without users.
 * @example rateEstimate({name: "A", users: 100, converted: 50}) => {value: 0.5, variance: 0.0025}
 */
export const rateEstimate = ({users, converted}: ProportionArm): Estimate | null =>
  users > 0
    ? {value: converted / users, variance: ((converted / users) * (1 - converted / users)) / users}
    : null;

/** The difference of two means. @example absoluteEffect({value: 1, variance: 2}, {value: 4, variance: 3}) => {value: 3, variance: 5} */
export const absoluteEffect = (control: Estimate, treatment: Estimate): Estimate => ({
  value: treatment.value - control.value,
  variance: control.variance + treatment.variance
});

/**
 * The difference as a share of the control's size, with the variance of the delta method.
 * @example relativeEffect({value: -10, variance: 1}, {value: -5, variance: 1}).value.value => 0.5
 */
export function relativeEffect(control: Estimate, treatment: Estimate): Result<Estimate> {
  if (control.value === 0)
    return fail(
      "control",
      "The control’s mean is 0: nothing can be a share of it. Choose the absolute difference."
    );
  return ok({
    value: (treatment.value - control.value) / Math.abs(control.value),
    variance:
      treatment.variance / control.value ** 2 + (control.variance * treatment.value ** 2) / control.value ** 4
  });
}

/**
 * The posterior of an effect: the estimate and the prior, each weighted by one over its variance. Without a prior it is
 * the estimate itself, without an estimate the prior.
 *
 * Method: GrowthBook's normal model (GrowthBook, "Bayesian statistics", stats engine).
 *
 * @param level of the credible interval
 * @example effectPosterior({value: 0.1, variance: 0.0025}, null, 0.95).value.risk.treatment => 0.0004245351308414
 */
export function effectPosterior(
  estimate: Estimate | null,
  prior: NormalPrior | null,
  level: number
): Result<EffectPosterior> {
  if (prior && !(prior.variance > 0 && Number.isFinite(prior.mean) && Number.isFinite(prior.variance)))
    return fail("prior", "Give the prior a standard deviation above 0, or take none.");
  if (estimate && !(estimate.variance > 0))
    return fail(
      "no-variance",
      "All users of both arms have the same value: without a spread no chance can be worked out. Collect more users, or check the sums."
    );
  const known = [
    ...(estimate ? [{mean: estimate.value, variance: estimate.variance}] : []),
    ...(prior ? [prior] : [])
  ];
  if (known.length === 0) return ok({expected: 0, sd: null, interval: null, chanceToWin: 0.5, risk: null});
  const precision = known.reduce((sum, {variance}) => sum + 1 / variance, 0);
  const expected = known.reduce((sum, {mean, variance}) => sum + mean / variance, 0) / precision;
  return ok(normalBelief(expected, Math.sqrt(1 / precision), level));
}

function normalBelief(expected: number, sd: number, level: number): EffectPosterior {
  const half = sd * normalQuantile((1 + level) / 2);
  const z = expected / sd;
  return {
    expected,
    sd,
    interval: {low: expected - half, high: expected + half},
    chanceToWin: normalCdf(z),
    risk: {
      control: Math.max(0, expected * normalCdf(z) + sd * normalPdf(z)),
      treatment: Math.max(0, sd * normalPdf(z) - expected * normalCdf(-z))
    }
  };
}
