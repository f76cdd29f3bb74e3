import {logGamma} from "../distributions/beta.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Fit, Parameters} from "./fitPositive.js";
import {fitPositive} from "./fitPositive.js";

/**
 * Amounts of a customer are Gamma(p, nu) and nu is Gamma(q, gamma) among customers; gamma is in the unit of the amount.
 */
export type GammaGammaName = "p" | "q" | "gamma";
type GammaGamma = Parameters<GammaGammaName>;

/** Repeat purchases and their mean amounts, a row for each customer. */
export interface Spending {
  x: ArrayLike<number>;
  zbar: ArrayLike<number>;
}

/**
 * The Gamma-Gamma model of what customers spend on a purchase (P. S. Fader and B. G. S. Hardie, "The Gamma-Gamma model of
 * monetary value", 2013). It holds where amounts have nothing to do with how often people buy.
 * Customers without a repeat purchase, or whose mean amount is not above 0, say nothing of its parameters: they are
 * left out of the likelihood.
 * @example gammaGamma.expectedAmount({p: 6.25, q: 3.74, gamma: 15.44}, 2, 22.35) => 24.66
 */
export const gammaGamma = {
  logLikelihood: (parameters: GammaGamma, spending: Spending): number =>
    likelihoodOf(buyers(spending))(parameters),
  fit,
  expectedAmount
};

/**
 * What a customer spends on a purchase, on average, from the x repeat purchases seen and their mean amount. `null` where
 * q is so small that the mean has no end, which happens to customers without a repeat purchase if q is at most 1.
 */
function expectedAmount({p, q, gamma}: GammaGamma, x: number, zbar: number): number | null {
  const known = p * x + q - 1;
  return known > 0 ? (p * (gamma + x * zbar)) / known : null;
}

function fit(spending: Spending): Result<Fit<GammaGammaName>> {
  const known = buyers(spending);
  const {x, zbar} = known;
  if (x.length < 2)
    return fail(
      "repeats",
      "What people spend is estimated from repeat purchases, and fewer than two customers made one: choose a later end of the calibration period or more customers."
    );
  if (zbar.every((amount) => amount === zbar[0]))
    return fail("amounts", "Everybody spends the same on a purchase: there is no spread to estimate.");
  const mean = zbar.reduce((sum, amount) => sum + amount, 0) / zbar.length;
  const starts = [
    [6, 4],
    [1, 2],
    [2, 10]
  ].map(([p, q]) => ({p, q, gamma: (mean * (q - 1)) / p}));
  return ok(fitPositive(["p", "q", "gamma"], likelihoodOf(known), starts, x.length));
}

interface Buyers {
  x: Float64Array;
  zbar: Float64Array;
}

function buyers({x, zbar}: Spending): Buyers {
  const rows = Array.from(x, (_, row) => row).filter(
    (row) => x[row] > 0 && zbar[row] > 0 && zbar[row] < Infinity
  );
  return {
    x: Float64Array.from(rows, (row) => x[row]),
    zbar: Float64Array.from(rows, (row) => zbar[row])
  };
}

const likelihoodOf =
  ({x, zbar}: Buyers) =>
  ({p, q, gamma}: GammaGamma): number => {
    let sum = x.length * (q * Math.log(gamma) - logGamma(q));
    for (let i = 0; i < x.length; i++) {
      const shape = p * x[i];
      const spent = x[i] * zbar[i];
      sum +=
        logGamma(shape + q) -
        logGamma(shape) +
        shape * Math.log(spent) -
        Math.log(zbar[i]) -
        (shape + q) * Math.log(gamma + spent);
    }
    return sum;
  };
