import {softplus} from "../stats/sigmoid.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {bothClasses} from "./bothClasses.js";
import {classWeights} from "./classWeights.js";
import type {SparseRows} from "./sparseRows.js";
import {times, timesTransposed} from "./sparseRows.js";

/** Log-odds of label 1 are the intercept and a coefficient times each value. */
export interface SparseLogistic {
  intercept: number;
  coefficients: Float64Array;
  iterations: number;
  converged: boolean;
}

/** `C` 2, the inverse of the L2 penalty's strength; `balanced` false; `tolerance` 1e-8 of the first slope. */
export interface SparseLogisticOptions {
  C?: number;
  balanced?: boolean;
  tolerance?: number;
  maxIterations?: number;
}

/**
 * L2-penalised logistic regression on sparse rows, the intercept free: the minimum of half the coefficients' squares
 * and C times the weighted sum of log losses, as scikit-learn's LogisticRegression. Newton's method whose steps come
 * from conjugate gradients (Lin, Weng and Keerthi 2008), with backtracking; no chance is involved. Gives way after each
 * product with the matrix, with the share done of the slope's orders of magnitude.
 * @param labels 0 or 1
 * @example finish(sparseLogistic(matrix, labels)).value.converged => true
 */
export function* sparseLogistic(
  matrix: SparseRows,
  labels: Uint8Array,
  {C = 2, balanced = false, tolerance = 1e-8, maxIterations = 100}: SparseLogisticOptions = {}
): Generator<{share: number}, Result<SparseLogistic>> {
  const checked = bothClasses(labels);
  if (!checked.ok) return checked;
  if (!(C > 0 && C < Infinity)) return fail("C", `C must be a number above 0, not ${C}.`);
  const {rows, columns} = matrix;
  const weights = classWeights(labels, balanced).map((weight) => weight * C);
  const objectiveAt = (model: Float64Array, margins: Float64Array) => {
    let sum = 0;
    for (let j = 0; j < columns; j++) sum += 0.5 * model[j] * model[j];
    for (let row = 0; row < rows; row++)
      sum += weights[row] * (labels[row] ? softplus(-margins[row]) : softplus(margins[row]));
    return sum;
  };
  /** Coefficients, then the intercept. */
  let model = new Float64Array(columns + 1);
  let margins = new Float64Array(rows);
  let objective = objectiveAt(model, margins);
  const residual = new Float64Array(rows);
  const curvature = new Float64Array(rows);
  let first = 0;
  let share = 0;
  for (let iteration = 0; ; iteration++) {
    for (let row = 0; row < rows; row++) {
      const tail = Math.exp(-Math.abs(margins[row]));
      const p = (margins[row] < 0 ? tail : 1) / (1 + tail);
      residual[row] = weights[row] * (p - labels[row]);
      curvature[row] = (weights[row] * tail) / (1 + tail) ** 2;
    }
    const gradient = spread(matrix, residual, model);
    const slope = length(gradient);
    if (iteration === 0) first = slope;
    const still = slope <= tolerance * first;
    if (still || iteration === maxIterations)
      return ok({
        ...{intercept: model[columns], coefficients: model.slice(0, columns)},
        ...{iterations: iteration, converged: still}
      });
    share = Math.max(share, Math.min(1, Math.log(slope / first) / Math.log(tolerance)));

    const step = new Float64Array(columns + 1);
    const left = gradient.map((value) => -value);
    const direction = left.slice();
    let squares = dot(left, left);
    const enough = (Math.min(0.1, Math.sqrt(slope / first)) * slope) ** 2;
    for (let k = 0; k < 200 && squares > enough; k++) {
      const along = times(matrix, direction, direction[columns]);
      for (let row = 0; row < rows; row++) along[row] *= curvature[row];
      const bent = spread(matrix, along, direction);
      const size = squares / dot(direction, bent);
      for (let j = 0; j <= columns; j++) {
        step[j] += size * direction[j];
        left[j] -= size * bent[j];
      }
      const next = dot(left, left);
      for (let j = 0; j <= columns; j++) direction[j] = left[j] + (next / squares) * direction[j];
      squares = next;
      yield {share};
    }

    const descent = dot(gradient, step);
    const sideways = times(matrix, step, step[columns]);
    let moved = false;
    for (let size = 1; size > 1e-10 && !moved; size /= 2) {
      const there = model.map((value, j) => value + size * step[j]);
      const marginsThere = margins.map((value, row) => value + size * sideways[row]);
      const objectiveThere = objectiveAt(there, marginsThere);
      if (!(objectiveThere <= objective + 1e-4 * size * descent + 1e-13 * objective)) continue;
      [model, margins, objective, moved] = [there, marginsThere, objectiveThere, true];
    }
    if (!moved)
      return ok({
        ...{intercept: model[columns], coefficients: model.slice(0, columns)},
        ...{iterations: iteration, converged: false}
      });
  }
}

/** A value per row gathered by column and in sum, plus the penalty's part. */
function spread(matrix: SparseRows, perRow: Float64Array, model: Float64Array): Float64Array {
  const {columns} = matrix;
  const gathered = new Float64Array(columns + 1);
  gathered.set(timesTransposed(matrix, perRow));
  for (let j = 0; j < columns; j++) gathered[j] += model[j];
  for (let row = 0; row < perRow.length; row++) gathered[columns] += perRow[row];
  return gathered;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j] * b[j];
  return sum;
}

const length = (vector: Float64Array) => Math.sqrt(dot(vector, vector));
