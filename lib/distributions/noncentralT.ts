import {chiSquareUpper} from "./chiSquare.js";
import {normalCdf} from "./normal.js";

/** Weights below exp(-45) of the largest add nothing to a double. */
const negligible = -45;

/** Standard normal values beyond which a chance is 0 or 1 to a double's last digits. */
const certain = 9;

/** The smallest and the largest sqrt(chi2 / df) whose weight counts. */
function denominators(df: number): [number, number] {
  const exponent = (u: number) => df * (u - Math.expm1(2 * u) / 2);
  return [-1, 1].map((direction) => {
    let u = direction / 64;
    while (exponent(u) > negligible) u *= 1.25;
    return Math.exp(u);
  }) as [number, number];
}

/**
 * The same where delta is large: the normal part spreads so little against it that the mean over it, of the chance that
 * sqrt(chi2 / df) is at least (Z + delta) / t, is that of Gauss and Hermite's three points.
 */
function farNoncentral(t: number, df: number, delta: number): number {
  if (t <= 0) return 0;
  const above = (z: number) => chiSquareUpper(df * ((delta + z) / t) ** 2, df);
  return (4 * above(0) + above(Math.sqrt(3)) + above(-Math.sqrt(3))) / 6;
}

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
  const [least, most] = denominators(df);
  const ends = [t * least - delta, t * most - delta];
  if (Math.max(...ends) < -certain) return 0;
  if (Math.min(...ends) > certain) return 1;
  if (Math.abs(delta) > 100 && df < 1e-4 * delta ** 2)
    return delta > 0 ? farNoncentral(t, df, delta) : 1 - farNoncentral(-t, df, -delta);
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
