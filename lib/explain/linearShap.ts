import type {Column, LinearModel} from "../learn/problem.js";
import type {ShapValues} from "./treeShap.js";

/**
 * What each predictor contributes to each row's linear score, in log-odds: coefficient times distance from the mean;
 * base plus a row's contributions is its score. Exact for predictors taken as independent (Štrumbelj and Kononenko
 * 2014).
 *
 * @param columns predictors in the unit of the coefficients: z-scores for a model of `design`'s columns
 * @param means their means over the rows compared with; zeros, which the z-scores of training rows have, without it
 * @example linearShap({intercept: 1, coefficients: Float64Array.of(2)}, [Float64Array.of(3)], [1]).contributions =>
 *   [[4]]
 */
export function linearShap(
  {intercept, coefficients}: LinearModel,
  columns: readonly Column[],
  means: ArrayLike<number> = new Float64Array(coefficients.length)
): ShapValues {
  const base = coefficients.reduce((sum, coefficient, j) => sum + coefficient * means[j], intercept);
  const contributions = columns.map((column, j) =>
    Float64Array.from(column, (value) => coefficients[j] * (value - means[j]))
  );
  return {base, contributions};
}
