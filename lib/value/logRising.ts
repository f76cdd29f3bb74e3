import {logGamma} from "../distributions/beta.js";

/** Factors up to which they are multiplied; differences of large logarithms would lose digits. */
const few = 24;

/**
 * The logarithm of the rising factorial a (a + 1) ... (a + n - 1), which is that of gamma(a + n) / gamma(a).
 * @param a above 0
 * @param n whole number, at least 0
 * @example logRising(1, 3) => Math.log(6)
 */
export function logRising(a: number, n: number): number {
  if (n > few) return logGamma(a + n) - logGamma(a);
  let sum = 0;
  for (let i = 0; i < n;) {
    let product = 1;
    for (const stop = Math.min(n, i + 4); i < stop; i++) product *= a + i;
    sum += Math.log(product);
  }
  return sum;
}
