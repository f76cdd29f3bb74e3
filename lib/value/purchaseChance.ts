import {betaCdf} from "../distributions/beta.js";
import type {DropoutName} from "./dropoutModel.js";
import type {Parameters} from "./fitPositive.js";
import {logRising} from "./logRising.js";

/**
 * The chance that a new customer of the BG/NBD model makes exactly n repeat purchases within t (Fader, Hardie and Lee
 * 2005, equation 8): n of them and still there, or left at the nth. The sum of the paper's second term is the chance
 * of at least n purchases, taken from the incomplete beta function, for small chances without cancellation.
 * @param n whole number, at least 0
 * @example purchaseChance({r: 0.243, alpha: 4.414, a: 0.793, b: 2.426}, 39, 0) => 0.5737864
 */
export function purchaseChance({r, alpha, a, b}: Parameters<DropoutName>, t: number, n: number): number {
  if (!(t > 0)) return n === 0 ? 1 : 0;
  const z = t / (alpha + t);
  const logExactly = logRising(r, n) - logRising(1, n) - r * Math.log1p(t / alpha) + n * Math.log(z);
  const stayed = Math.exp(logRising(b, n) - logRising(a + b, n) + logExactly);
  if (n === 0) return stayed;
  const leaves = (a / (a + b + n - 1)) * Math.exp(logRising(b, n - 1) - logRising(a + b, n - 1));
  return stayed + leaves * betaCdf(z, n, r);
}
