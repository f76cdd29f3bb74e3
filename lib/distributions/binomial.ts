import logPmfOf from "@stdlib/stats-base-dists-binomial-logpmf";
import {betaCdf} from "./beta.js";

/**
 * The logarithm of the chance of exactly k successes in n trials of chance p.
 * @example binomialLogPmf(2, 2, 0.5) => Math.log(0.25)
 */
export const binomialLogPmf = (k: number, n: number, p: number): number => logPmfOf(k, n, p);

/**
 * The chance of at most k successes in n trials of chance p; k and n whole numbers. By its identity with the beta
 * distribution (Abramowitz and Stegun 26.5.24).
 * @example binomialCdf(1, 2, 0.5) => 0.75
 */
export const binomialCdf = (k: number, n: number, p: number): number =>
  k < 0 ? 0 : k >= n ? 1 : betaCdf(1 - p, n - k, k + 1);
