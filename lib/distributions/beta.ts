import betaln from "@stdlib/math-base-special-betaln";
import gammaln from "@stdlib/math-base-special-gammaln";
import cdfOf from "@stdlib/stats-base-dists-beta-cdf";
import logPdfOf from "@stdlib/stats-base-dists-beta-logpdf";
import quantileOf from "@stdlib/stats-base-dists-beta-quantile";

/** The chance that a Beta(a, b) value is at most x. @example betaCdf(0.25, 1, 1) => 0.25 */
export const betaCdf = (x: number, a: number, b: number): number => cdfOf(x, a, b);

/** The x that a Beta(a, b) value stays below with chance p. @example betaQuantile(0.5, 2, 2) => 0.5 */
export const betaQuantile = (p: number, a: number, b: number): number => quantileOf(p, a, b);

/** The logarithm of the density of Beta(a, b) at x. @example betaLogPdf(0.3, 1, 1) => 0 */
export const betaLogPdf = (x: number, a: number, b: number): number => logPdfOf(x, a, b);

/** The logarithm of the beta function. @example logBeta(1, 1) => 0 */
export const logBeta = (a: number, b: number): number => betaln(a, b);

/** The logarithm of the gamma function's absolute value. @example logGamma(2) => 0 */
export const logGamma = (x: number): number => gammaln(x);
