import type {MeanPenalty} from "./elasticNet.js";
import {meanPenalty, penaltyOf, softThreshold} from "./elasticNet.js";
import {weightedGram} from "./gram.js";
import {sigmoid} from "./logistic.js";
import type {LinearModel, Loss, Problem} from "./problem.js";
import {meanLogLoss, scores, totalWeight} from "./problem.js";

/** The minimum as far as it was found. */
export interface Optimum extends Loss {
  model: LinearModel;
  iterations: number;
  converged: boolean;
}

/** `start` defaults to all zeros, `tolerance` is the largest move of a coefficient that counts as standing still. */
export interface OptimumOptions {
  start?: LinearModel;
  tolerance?: number;
  maxIterations?: number;
}

/**
 * The minimum of elastic-net logistic regression in float64: proximal Newton (Lee, Sun and Saunders 2014). Each
 * iteration replaces the loss by its quadratic form at the current point, minimises that with the penalty by
 * coordinate descent, and moves there as far as the objective falls enough (Tseng and Yun 2009).
 * Gives way often; the generator's return value is the result (`finish` runs it to its end).
 */
export function* optimum(problem: Problem, options: OptimumOptions = {}): Generator<void, Optimum> {
  const {columns, labels, weights} = problem;
  const {tolerance = 1e-9, maxIterations = 60} = options;
  const rows = labels.length;
  const total = totalWeight(problem);
  const penalty = meanPenalty(problem.penalty, total);
  const width = columns.length;
  const curvature = new Float64Array(rows);
  const residual = new Float64Array(rows);
  let model = options.start ?? {intercept: 0, coefficients: new Float64Array(width)};
  let margins = scores(columns, model, rows);
  let loss = meanLogLoss(labels, margins, weights);
  let objective = loss + penaltyOf(penalty, model.coefficients);

  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    for (let row = 0; row < rows; row++) {
      const share = (weights ? weights[row] : 1) / total;
      const probability = sigmoid(margins[row]);
      residual[row] = share * (probability - labels[row]);
      curvature[row] = share * probability * (1 - probability);
    }
    const gradient = new Float64Array(width + 1);
    for (let j = 0; j <= width; j++) gradient[j] = along(columns[j], residual);
    const gram = yield* weightedGram(columns, curvature);
    const direction = quadraticStep(gram, gradient, model, penalty);
    const sideways = scores(columns, direction, rows);
    const slope =
      gradient.reduce(
        (sum, g, j) => sum + g * (j < width ? direction.coefficients[j] : direction.intercept),
        0
      ) +
      penaltyOf(penalty, moved(model, direction, 1).coefficients) -
      penaltyOf(penalty, model.coefficients);

    let length = 1;
    let next = {model, margins, loss, objective};
    for (; length > 1e-10; length /= 2) {
      const there = moved(model, direction, length);
      const marginsThere = margins.map((margin, row) => margin + length * sideways[row]);
      const lossThere = meanLogLoss(labels, marginsThere, weights);
      const objectiveThere = lossThere + penaltyOf(penalty, there.coefficients);
      if (objectiveThere <= objective + 1e-4 * length * slope + 1e-15) {
        next = {model: there, margins: marginsThere, loss: lossThere, objective: objectiveThere};
        break;
      }
    }
    const move = length * Math.max(Math.abs(direction.intercept), ...direction.coefficients.map(Math.abs));
    ({model, margins, loss, objective} = next);
    if (move < tolerance) return {model, loss, objective, iterations: iteration, converged: true};
    yield;
  }
  return {model, loss, objective, iterations: maxIterations, converged: false};
}

function along(column: ArrayLike<number> | undefined, residual: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < residual.length; row++) sum += column ? column[row] * residual[row] : residual[row];
  return sum;
}

const moved = (from: LinearModel, direction: LinearModel, length: number): LinearModel => ({
  intercept: from.intercept + length * direction.intercept,
  coefficients: from.coefficients.map((value, j) => value + length * direction.coefficients[j])
});

/** Coordinate descent on gradient·d + d'Gd/2 + penalty(w + d), the intercept last and unpenalised. */
function quadraticStep(
  gram: Float64Array,
  gradient: Float64Array,
  {coefficients, intercept}: LinearModel,
  {l1, l2}: MeanPenalty
): LinearModel {
  const size = gradient.length;
  const start = Float64Array.of(...coefficients, intercept);
  const point = start.slice();
  const slope = gradient.slice();
  for (let sweep = 0; sweep < 10_000; sweep++) {
    let largest = 0;
    for (let j = 0; j < size; j++) {
      const free = j === size - 1;
      const curve = gram[j * size + j];
      const pull = curve * point[j] - slope[j];
      const bend = free ? curve : curve + l2;
      if (bend < 1e-14) continue;
      const change = (free ? pull : softThreshold(pull, l1)) / bend - point[j];
      if (!change) continue;
      point[j] += change;
      for (let k = 0; k < size; k++) slope[k] += change * gram[j * size + k];
      largest = Math.max(largest, Math.abs(change));
    }
    if (largest < 1e-12) break;
  }
  return {
    coefficients: point.subarray(0, size - 1).map((value, j) => value - start[j]),
    intercept: point[size - 1] - start[size - 1]
  };
}
