import {formatCount} from "../format.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {pointUp} from "./pointUp.js";
import type {Points} from "./points.js";
import {badPoints, countDistinct} from "./points.js";
import {symmetricEigen} from "./symmetricEigen.js";

/** The directions in which rows differ the most, the first one the most. */
export interface PrincipalComponents {
  /** Mean of each dimension. */
  means: Float64Array;
  /** A row of length 1 for each component: how much of it each dimension is. Its largest value in size is above 0. */
  loadings: Float64Array;
  /** Variance of the rows' scores on each component, by n - 1. */
  variances: Float64Array;
  /** Share of the total variance that each component explains. */
  ratios: Float64Array;
  /** Each row's place on the components. */
  scores: Points;
}

/**
 * Principal components of points, which are centred but not scaled: give columns one scale first (`prepareColumns`)
 * where their units differ.
 *
 * Method: eigenvectors of the covariance matrix (H. Hotelling 1933).
 *
 * @param count components, at most as many as there are dimensions
 * @example principalComponents(pointsFrom([Float32Array.of(0, 2), Float32Array.of(0, 0)]), 1).value.ratios => [1]
 */
export function principalComponents(points: Points, count: number): Result<PrincipalComponents> {
  const problem = badPoints(points);
  if (problem) return problem;
  const {values, rows, width} = points;
  if (!(Number.isInteger(count) && count >= 1 && count <= width))
    return fail(
      "count",
      `The number of components must be a whole number from 1 to that of columns, ${formatCount(width)}, not ${count}.`
    );
  if (rows < 2) return fail("rows", "Principal components need at least 2 rows: widen the filters.");
  const means = new Float64Array(width);
  for (let row = 0; row < rows; row++)
    for (let j = 0; j < width; j++) means[j] += values[row * width + j] / rows;
  const covariances = covarianceOf(points, means);
  let total = 0;
  for (let j = 0; j < width; j++) total += covariances[j * width + j];
  if (countDistinct(points, 2) < 2)
    return fail("distinct", "All rows are the same: there is no direction in which they differ.");
  const eigen = symmetricEigen(covariances, width);
  const variances = eigen.values.slice(0, count).map((value) => Math.max(0, value));
  const loadings = eigen.vectors.slice(0, count * width);
  pointUp(loadings, width);
  const scores = scoresOf(points, means, loadings);
  return ok({means, loadings, variances, ratios: variances.map((variance) => variance / total), scores});
}

function covarianceOf({values, rows, width}: Points, means: Float64Array): Float64Array {
  const matrix = new Float64Array(width * width);
  const off = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < width; j++) off[j] = values[row * width + j] - means[j];
    for (let i = 0; i < width; i++) for (let j = 0; j <= i; j++) matrix[i * width + j] += off[i] * off[j];
  }
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) matrix[j * width + i] = matrix[i * width + j] /= rows - 1;
  return matrix;
}

function scoresOf({values, rows, width}: Points, means: Float64Array, loadings: Float64Array): Points {
  const count = loadings.length / width;
  const scores = new Float32Array(rows * count);
  for (let row = 0; row < rows; row++)
    for (let c = 0; c < count; c++) {
      let sum = 0;
      for (let j = 0; j < width; j++) sum += (values[row * width + j] - means[j]) * loadings[c * width + j];
      scores[row * count + c] = sum;
    }
  return {values: scores, rows, width: count};
}
