import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Fit, Parameters} from "./fitPositive.js";
import {fitPositive} from "./fitPositive.js";
import {logRising} from "./logRising.js";

/** The chance of not renewing is Beta(alpha, beta) among customers, and stays as it is of each. */
export type SbgName = "alpha" | "beta";
type Sbg = Parameters<SbgName>;

/**
 * The shifted-beta-geometric model of contracts that are renewed period by period (P. S. Fader and B. G. S. Hardie, "How
 * to project customer retention", Journal of Interactive Marketing 21, 2007).
 * @example shiftedBetaGeometric.survival({alpha: 1, beta: 1}, 1) => 0.5
 */
export const shiftedBetaGeometric = {logLikelihood, fit, survival, retention};

/** The share of customers who are still there after so many periods, a whole number. */
function survival({alpha, beta}: Sbg, periods: number): number {
  return Math.exp(logRising(beta, periods) - logRising(alpha + beta, periods));
}

/** The share that renews of those who are there at the end of a period, counted from 1. */
function retention({alpha, beta}: Sbg, period: number): number {
  return (beta + period - 1) / (alpha + beta + period - 1);
}

/** @param survivors customers at the start, and after each period */
function logLikelihood({alpha, beta}: Sbg, survivors: ArrayLike<number>): number {
  const last = survivors.length - 1;
  let sum = 0;
  let there = 0;
  for (let period = 1; period <= last; period++) {
    const whole = Math.log(alpha + beta + period - 1);
    sum += (survivors[period - 1] - survivors[period]) * (there + Math.log(alpha) - whole);
    there += Math.log(beta + period - 1) - whole;
  }
  return sum + survivors[last] * there;
}

/** Maximum likelihood. @param survivors customers at the start, and after each period, at least two */
function fit(survivors: ArrayLike<number>): Result<Fit<SbgName>> {
  const counts = Array.from(survivors);
  if (counts.length < 3)
    return fail("periods", "At least two periods are needed to tell whether retention changes.");
  if (!counts.every((count, i) => count >= 0 && count < Infinity && (i === 0 || count <= counts[i - 1])))
    return fail("survivors", "Survivors must be counts that never rise: nobody comes back in this model.");
  if (counts[counts.length - 1] === counts[0])
    return fail("losses", "Nobody has left yet, so there is no loss to estimate: wait for another period.");
  if (counts[1] === 0)
    return fail("survivors", "Everybody left in the first period: there is no retention to estimate.");
  const starts = [
    {alpha: 1, beta: 2},
    {alpha: 0.3, beta: 0.3},
    {alpha: 10, beta: 50}
  ];
  return ok(fitPositive(["alpha", "beta"], (sbg) => logLikelihood(sbg, counts), starts, counts[0]));
}
