import {normalCdf} from "./normal.js";

/** Weights below exp(-45) of the largest add nothing to a double. */
const negligible = -45;

/**
 * The chance that noncentral t with `df` degrees of freedom and noncentrality `delta` is at most t, to an absolute
 * error below 1e-10. Its upper tail without cancellation: `noncentralTCdf(-t, df, -delta)`.
 *
 * Method: the definition, (Z + delta) / sqrt(chi2 / df), as an integral of normal chances over u, the logarithm of
 * the denominator, by the trapezoidal rule, which converges geometrically on such functions (Trefethen and Weideman,
 * SIAM Review 56, 2014); the weights' own sum takes the place of their constant, so that large `df` cancel nothing.
 *
 * @param df at least 0.01; no number comes of less
 * @example noncentralTCdf(0, 10, 0) => 0.5
 */
export function noncentralTCdf(t: number, df: number, delta: number): number {
  if (!(df >= 0.01 && Number.isFinite(df)) || Number.isNaN(t + delta)) return NaN;
  const step = Math.min(0.1, 0.35 / Math.sqrt(2 * df), 0.6 / (Math.abs(delta) + 4));
  let total = 0;
  let below = 0;
  for (const direction of [step, -step])
    for (let i = direction > 0 ? 0 : 1; ; i++) {
      const u = i * direction;
      const exponent = df * (u - Math.expm1(2 * u) / 2);
      if (exponent < negligible) break;
      const weight = Math.exp(exponent);
      total += weight;
      below += weight * normalCdf(t * Math.exp(u) - delta);
    }
  return below / total;
}
