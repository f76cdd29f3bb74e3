import {ok} from "../result.js";
import {checkCases} from "./checkCases.js";
import type {Cases} from "./distinctCases.js";
import type {Parameters} from "./fitPositive.js";
import {fitPositive} from "./fitPositive.js";
import {hypergeometric} from "./hypergeometric.js";
import {logOnePlusExp} from "./logOnePlusExp.js";
import {logRising} from "./logRising.js";
import type {PurchaseModel} from "./purchaseModel.js";

/** Rates of purchase are Gamma(r, alpha), rates of leaving Gamma(s, beta); alpha and beta in units of time. */
export type ParetoName = "r" | "alpha" | "s" | "beta";
type Pareto = Parameters<ParetoName>;

/**
 * The Pareto/NBD model of D. C. Schmittlein, D. G. Morrison and R. Colombo, "Counting your customers" (Management
 * Science 33, 1987), whose customers may leave at any time; as in P. S. Fader and B. G. S. Hardie, "A note on deriving
 * the Pareto/NBD model" (2005). Its likelihood often has a ridge on which s and beta grow together: compare fits by
 * their likelihood, not by beta.
 * @example paretoNbd.expectedPurchases({r: 0.5534, alpha: 10.5802, s: 0.6061, beta: 11.6562}, 1) => 0.0510
 */
export const paretoNbd: PurchaseModel<ParetoName> = {
  name: "Pareto/NBD",
  logLikelihood: (parameters, cases) => likelihoodOf(cases)(parameters),
  fit(cases) {
    const totals = checkCases(cases);
    if (!totals.ok) return totals;
    const {rate, meanT, customers} = totals.value;
    const starts = [
      [0.5, 0.6, 0.5],
      [0.1, 1, 1]
    ].map(([r, s, share]) => ({r, alpha: r / (2 * rate), s, beta: share * meanT}));
    return ok(fitPositive(["r", "alpha", "s", "beta"], likelihoodOf(cases), starts, customers));
  },
  probabilityAlive,
  expectedPurchases: ({r, alpha, s, beta}, t) => (r / alpha) * timeUntilLeaving(s, beta, t),
  expectedPurchasesGiven(parameters, t, x, tx, T) {
    const {r, alpha, s, beta} = parameters;
    const rate = (r + x) / (alpha + T);
    return probabilityAlive(parameters, x, tx, T) * rate * timeUntilLeaving(s, beta + T, t);
  }
};

function probabilityAlive(parameters: Pareto, x: number, tx: number, T: number): number {
  return 1 / (1 + Math.exp(logOddsLeft(parameters, x, tx, T)));
}

/** The mean time within t before leaving: beta / (s - 1) (1 - (beta / (beta + t))^(s - 1)), also at s = 1. */
function timeUntilLeaving(s: number, beta: number, t: number): number {
  if (!(t > 0)) return 0;
  const log = Math.log1p(t / beta);
  const power = (1 - s) * log;
  return beta * log * (Math.abs(power) < 1e-12 ? 1 : Math.expm1(power) / power);
}

/**
 * The log-odds that a customer had left by T. With K(t) = 2F1(1, r + x; r + s + x + 1; (alpha - beta) / (alpha + t)),
 * the A0 of Fader and Hardie after Euler's transformation, alike for alpha above and below beta, the odds are
 * s / (r + s + x) (((alpha + T) / (alpha + tx))^(r + x) ((beta + T) / (beta + tx))^s K(tx) - K(T)).
 */
function logOddsLeft({r, alpha, s, beta}: Pareto, x: number, tx: number, T: number): number {
  if (!(T > tx)) return -Infinity;
  const integral = (t: number) =>
    Math.log(hypergeometric(r + x, r + s + x + 1, (alpha - beta) / (alpha + t)));
  const longAgo =
    (r + x) * Math.log1p((T - tx) / (alpha + tx)) + s * Math.log1p((T - tx) / (beta + tx)) + integral(tx);
  const now = integral(T);
  const difference = -Math.expm1(now - longAgo);
  return difference > 0 ? Math.log(s / (r + s + x)) + longAgo + Math.log(difference) : -Infinity;
}

const likelihoodOf =
  ({x, tx, T, weight}: Cases) =>
  (parameters: Pareto): number => {
    const {r, alpha, s, beta} = parameters;
    let sum = 0;
    for (let i = 0; i < x.length; i++) {
      const alive =
        logRising(r, x[i]) -
        r * Math.log1p(T[i] / alpha) -
        x[i] * Math.log(alpha + T[i]) -
        s * Math.log1p(T[i] / beta);
      sum += weight[i] * (alive + logOnePlusExp(logOddsLeft(parameters, x[i], tx[i], T[i])));
    }
    return sum;
  };
