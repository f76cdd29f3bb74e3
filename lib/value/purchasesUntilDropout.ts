import {logBeta} from "../distributions/beta.js";

/** The sum's terms are this many over 1 - z, and its first must not underflow. */
const largestZ = 0.9;
const smallestLog = -600;

/**
 * The mean number of purchases within t of a customer who is there at the start, buys at a rate that is
 * Gamma(r, alpha) and leaves after each purchase with a chance that is Beta(a, b).
 *
 * It is (a + b - 1) / (a - 1) (1 - (alpha / (alpha + t))^r 2F1(r, b; a + b - 1; t / (alpha + t))), equation 9 of Fader,
 * Hardie and Lee (2005), which is 0 / 0 at a = 1 and at a + b = 1 and cancels near both. Both ways of computing it here
 * add positive terms alone and have no such places.
 * @param r above 0, as are alpha, a and b
 * @example purchasesUntilDropout(1, 1, 1, 1, 1) => Math.log(2)
 */
export function purchasesUntilDropout(r: number, alpha: number, a: number, b: number, t: number): number {
  if (!(t > 0)) return 0;
  const z = t / (alpha + t);
  return z <= largestZ && -r * Math.log1p(t / alpha) > smallestLog
    ? overPurchases(r, z, a, b)
    : overChances(r, t / alpha, a, b);
}

/** Over n, the negative binomial number of purchases of those who never leave, of the purchases made until leaving. */
function overPurchases(r: number, z: number, a: number, b: number): number {
  const most = ((r - 1) * z) / (1 - z);
  let chance = (1 - z) ** r;
  let stays = 1;
  let made = 0;
  let sum = 0;
  for (let n = 0, term = Infinity; n < most || term > 1e-17 * (1 - z) * sum; n++) {
    chance *= ((r + n) * z) / (n + 1);
    made += stays;
    stays *= (b + n) / (a + b + n);
    term = chance * made;
    sum += term;
  }
  return sum;
}

/**
 * Over p, the chance of leaving, of (1 - (1 + p t / alpha)^-r) / p: by the trapezoidal rule over the log-odds u of p,
 * which converges geometrically (Trefethen and Weideman 2014). Far out the terms are a geometric series.
 */
function overChances(r: number, time: number, a: number, b: number): number {
  const scale = logBeta(a, b);
  const step = Math.min(0.25, 0.5 * Math.sqrt(1 / a + 1 / b));
  const term = (u: number) => {
    const tail = Math.log1p(Math.exp(-Math.abs(u)));
    const logP = Math.min(u, 0) - tail;
    const logQ = Math.min(-u, 0) - tail;
    const p = Math.exp(logP);
    return (Math.exp(a * logP + b * logQ - scale) * -Math.expm1(-r * Math.log1p(p * time))) / p;
  };
  const middle = Math.log(a / b);
  const leftEnd = -40 - Math.log1p(time * (r + 1));
  let sum = term(middle);
  for (let u = middle - step, own = Infinity; own > 1e-18 * sum; u -= step) {
    own = u < leftEnd ? term(u) / -Math.expm1(-a * step) : term(u);
    sum += own;
    if (u < leftEnd) break;
  }
  for (let u = middle + step, own = Infinity; own > 1e-18 * sum; u += step) {
    own = u > 40 ? term(u) / -Math.expm1(-b * step) : term(u);
    sum += own;
    if (u > 40) break;
  }
  return sum * step;
}
