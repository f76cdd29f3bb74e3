import {normalQuantile} from "../distributions/normal.js";
import type {Objective} from "./derivatives.js";
import {hessian} from "./derivatives.js";

/** How well one parameter is determined. */
export interface ParameterInterval {
  standardError: number;
  /** 95 % interval. */
  low: number;
  high: number;
}

/** Standard error of a logarithm beyond which an interval, by then over ten decades, says nothing. */
const hopeless = 6;
/** Share of a variable's curvature that rounding can make up. */
const rounding = 1e-7;

/**
 * Standard errors and 95 % intervals of parameters above 0 at their maximum likelihood, from the observed information
 * on the scale of logarithms, where the interval is symmetric; the standard error is by the delta method. `null` where
 * the information is not positive definite, as on a flat ridge, or determines a parameter hardly at all.
 * @param negative log-likelihood with its sign turned, of the logarithms of the parameters
 * @param logs where it is least
 * @example logScaleIntervals(([u]) => 50 * u * u, Float64Array.of(0))[0].standardError => 0.1
 */
export function logScaleIntervals(negative: Objective, logs: Float64Array): ParameterInterval[] | null {
  const variances = inverseDiagonal(hessian(negative, logs));
  if (!variances) return null;
  const errors = variances.map(Math.sqrt);
  if (!errors.every((error) => error < hopeless)) return null;
  const z = normalQuantile(0.975);
  const intervals = errors.map((error, j) => ({
    standardError: Math.exp(logs[j]) * error,
    low: Math.exp(logs[j] - z * error),
    high: Math.exp(logs[j] + z * error)
  }));
  return intervals.every(({high}) => Number.isFinite(high)) ? intervals : null;
}

/** The diagonal of the inverse of a symmetric matrix by Cholesky's factors; `null` if it is not positive definite. */
function inverseDiagonal(matrix: readonly Float64Array[]): number[] | null {
  const size = matrix.length;
  const lower = matrix.map((row) => row.slice());
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < j; k++) {
      for (let i = 0; i < k; i++) lower[j][k] -= lower[j][i] * lower[k][i];
      lower[j][k] /= lower[k][k];
    }
    for (let i = 0; i < j; i++) lower[j][j] -= lower[j][i] ** 2;
    if (!(lower[j][j] > rounding * matrix[j][j])) return null;
    lower[j][j] = Math.sqrt(lower[j][j]);
  }
  return matrix.map((_, own) => {
    const column = new Float64Array(size);
    let sum = 0;
    for (let j = own; j < size; j++) {
      let value = j === own ? 1 : 0;
      for (let k = own; k < j; k++) value -= lower[j][k] * column[k];
      column[j] = value / lower[j][j];
      sum += column[j] ** 2;
    }
    return sum;
  });
}
