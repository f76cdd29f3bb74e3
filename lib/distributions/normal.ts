import cdfOf from "@stdlib/stats-base-dists-normal-cdf";
import pdfOf from "@stdlib/stats-base-dists-normal-pdf";
import quantileOf from "@stdlib/stats-base-dists-normal-quantile";

/** The chance that a standard normal value is at most z. @example normalCdf(0) => 0.5 */
export const normalCdf = (z: number): number => cdfOf(z, 0, 1);

/** The chance that it is above z, accurate far out where `1 - normalCdf(z)` is 0. @example normalUpper(0) => 0.5 */
export const normalUpper = (z: number): number => cdfOf(-z, 0, 1);

/**
 * The z below which a standard normal value stays with chance p, 0 < p < 1; far out by Newton's method on the
 * logarithm of the chance, where the library loses digits.
 * @example normalQuantile(0.5) => 0
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1e-6)) return quantileOf(p, 0, 1);
  let z = -Math.sqrt(-2 * Math.log(p));
  for (let i = 0; i < 8; i++) {
    const below = normalCdf(z);
    z -= (Math.log(below / p) * below) / normalPdf(z);
  }
  return z;
}

/** The standard normal density at z. @example normalPdf(0) => 0.3989422804014327 */
export const normalPdf = (z: number): number => pdfOf(z, 0, 1);
