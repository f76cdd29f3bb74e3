import {columnSquares, columnSums} from "./columnSums.js";
import {meanPenalty, penaltyOf} from "./elasticNet.js";
import {weightedGram} from "./gram.js";
import type {LinearModel, Loss, Problem} from "./problem.js";
import {meanLogLoss, scores, totalWeight} from "./problem.js";
import {quadraticStep} from "./quadraticStep.js";

/** The minimum as far as it was found. */
export interface Optimum extends Loss {
  model: LinearModel;
  iterations: number;
  /** False also where there is no minimum: one class alone, or no weight at all. */
  converged: boolean;
}

/**
 * `start` defaults to coefficients of 0 and the base rate, `tolerance` is the largest move of a coefficient that
 * counts as standing still. The compiled kernels (`module`) save time and change no bit of the result.
 */
export interface OptimumOptions {
  start?: LinearModel;
  tolerance?: number;
  maxIterations?: number;
  module?: WebAssembly.Module;
}

/** Rows beyond which the first curvatures are looked at in a sample. */
const manyRows = 20_000;
const sampledIterations = 6;
const sampleEvery = 8;
/** A kept curvature is good as long as each move is at most this share of the one before. */
const goodContraction = 0.2;
/** What sums over many rows cannot tell apart, as a share of the objective. */
const rounding = 1e-13;

/**
 * The minimum of elastic-net logistic regression in float64: proximal Newton (Lee, Sun and Saunders 2014). Each
 * iteration replaces the loss by a quadratic form at the current point, minimises that with the penalty, and moves
 * there as far as the objective falls enough (Tseng and Yun 2009). The form's slope is exact, so that the minimum is;
 * its curvature comes from a sample of the rows at first, and is kept for as long as the moves shrink fast.
 * Gives way often, after each iteration with the share done (of the moves' orders of magnitude); the generator's
 * return value is the result (`finish` runs it to its end).
 * @example finish(optimum({columns: [Float64Array.of(-1, 1, -1, 1)], labels: Uint8Array.of(0, 1, 1, 0),
 *   penalty: {C: 1, l1Ratio: 0.5}})).model => {intercept: 0, coefficients: [0]}
 */
export function* optimum(
  problem: Problem,
  options: OptimumOptions = {}
): Generator<{share: number} | void, Optimum> {
  const {columns, labels, weights} = problem;
  const {tolerance = 1e-9, maxIterations = 60, module} = options;
  const rows = labels.length;
  const total = totalWeight(problem);
  const penalty = meanPenalty(problem.penalty, total);
  const start = options.start ?? baseRate(problem, total);
  const weight = Float64Array.from(labels, (_, row) => (weights ? weights[row] : 1) / total);
  const curvature = new Float64Array(rows);
  const residual = new Float64Array(rows);
  const at = (model: LinearModel, margins: Float64Array) => {
    const loss = meanLogLoss(labels, margins, weights);
    return {model, margins, loss, objective: loss + penaltyOf(penalty, model.coefficients)};
  };
  let here = at(start, scores(columns, start, rows));
  const result = (iterations: number, converged: boolean): Optimum => {
    const {model, loss, objective} = here;
    return {model, loss, objective, iterations, converged};
  };
  if (!hasBothClasses(labels, weight)) return result(0, false);

  let gram: Float64Array | undefined;
  let lastMove = 0;
  let share = 0;
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    const {model, margins, objective} = here;
    for (let row = 0; row < rows; row++) {
      const tail = Math.exp(-Math.abs(margins[row]));
      residual[row] = weight[row] * ((margins[row] < 0 ? tail : 1) / (1 + tail) - labels[row]);
      curvature[row] = (weight[row] * tail) / (1 + tail) ** 2;
    }
    const gradient = yield* columnSums(columns, residual);
    const sampled = rows > manyRows && iteration <= sampledIterations;
    gram ??= sampled
      ? yield* sampledGram(problem, curvature, module)
      : yield* weightedGram(columns, curvature, {module});
    const direction = yield* quadraticStep(gram, gradient, model, penalty);
    const sideways = scores(columns, direction, rows);
    yield;
    const slope =
      gradient.reduce((sum, g, j) => sum + g * (direction.coefficients[j] ?? direction.intercept), 0) +
      penaltyOf(penalty, moved(model, direction, 1).coefficients) -
      penaltyOf(penalty, model.coefficients);

    let length = 1;
    for (; length > 1e-10; length /= 2) {
      const there = at(moved(model, direction, length), along(margins, sideways, length));
      if (!(there.objective <= objective + 1e-4 * length * slope + rounding * objective)) continue;
      here = there;
      break;
    }
    const move = length * Math.max(Math.abs(direction.intercept), ...direction.coefficients.map(Math.abs));
    if (move < tolerance) return result(iteration, here.model !== model);
    if (length < 1 || move > goodContraction * lastMove) gram = undefined;
    lastMove = move;
    share = Math.max(share, Math.min(1, Math.log(move) / Math.log(tolerance)));
    yield {share};
  }
  return result(maxIterations, false);
}

/** The Gram matrix of a sample of the rows, scaled to the diagonal that all rows have: also rare columns bend. */
function* sampledGram({columns}: Problem, curvature: Float64Array, module?: WebAssembly.Module) {
  const gram = yield* weightedGram(columns, curvature, {module, every: sampleEvery});
  const diagonal = yield* columnSquares(columns, curvature);
  const size = diagonal.length;
  const scale = diagonal.map((own, j) => (gram[j * size + j] > 0 ? Math.sqrt(own / gram[j * size + j]) : 0));
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < size; k++) gram[j * size + k] *= scale[j] * scale[k];
    gram[j * size + j] = diagonal[j];
  }
  return gram;
}

function hasBothClasses(labels: Uint8Array, weight: Float64Array): boolean {
  const seen = [false, false];
  for (let row = 0; row < labels.length; row++) if (weight[row] > 0) seen[labels[row]] = true;
  return seen[0] && seen[1];
}

/** Coefficients of 0 and the log-odds of the positives' share. */
function baseRate({columns, labels, weights}: Problem, total: number): LinearModel {
  let positive = 0;
  for (let row = 0; row < labels.length; row++) positive += labels[row] * (weights ? weights[row] : 1);
  const odds = positive / (total - positive);
  return {
    intercept: odds > 0 && odds < Infinity ? Math.log(odds) : 0,
    coefficients: new Float64Array(columns.length)
  };
}

function along(margins: Float64Array, sideways: Float64Array, length: number): Float64Array {
  const there = new Float64Array(margins.length);
  for (let row = 0; row < there.length; row++) there[row] = margins[row] + length * sideways[row];
  return there;
}

const moved = (from: LinearModel, direction: LinearModel, length: number): LinearModel => ({
  intercept: from.intercept + length * direction.intercept,
  coefficients: from.coefficients.map((value, j) => value + length * direction.coefficients[j])
});
