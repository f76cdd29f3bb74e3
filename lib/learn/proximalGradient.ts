import {meanPenalty, penaltyOf, softThreshold} from "./elasticNet.js";
import {sigmoid} from "../stats/sigmoid.js";
import type {LinearModel, Loss, Problem} from "./problem.js";
import {meanLogLoss, scores, totalWeight} from "./problem.js";

/** Where the steps are taken: here in float64, or on another device with the same arithmetic. */
export interface Stepper {
  /** Takes that many steps; done when they are taken, not merely queued. */
  advance(steps: number): void | Promise<void>;
  /** The loss where the steps have led. */
  loss(): Loss | Promise<Loss>;
  model(): LinearModel | Promise<LinearModel>;
  dispose(): void;
}

/**
 * How much of the last move the next step carries on, for step 1, 2, ...: Beck and Teboulle's (2009) sequence
 * (t - 1) / t', where t' = (1 + sqrt(1 + 4 t^2)) / 2. It depends on the count of steps alone, so that every backend
 * follows the same path.
 * @example momentum().next().value => 0
 */
export function* momentum(): Generator<number, never> {
  for (let t = 1; ;) {
    const next = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
    yield (t - 1) / next;
    t = next;
  }
}

/**
 * Accelerated proximal gradient with a fixed step (FISTA) for elastic-net logistic regression in mean-loss form:
 * a gradient step on the mean log loss at a point ahead of the current one, then the penalty's proximal map
 * `u -> softThreshold(u, rate * l1) / (1 + rate * l2)`, which leaves exact zeros; the intercept takes the plain step.
 * Too large a learning rate diverges: the loss then grows or stops being a number.
 */
export function proximalGradient(problem: Problem, start: LinearModel, learningRate: number) {
  const {columns, labels, weights} = problem;
  const total = totalWeight(problem);
  const penalty = meanPenalty(problem.penalty, total);
  const carry = momentum();
  const residual = new Float64Array(labels.length);
  let model = start;
  let before = start;
  let margins = scores(columns, start, labels.length);
  let marginsBefore = margins;

  function step() {
    const ahead = carry.next().value;
    const along = (now: number, then: number) => now + ahead * (now - then);
    let residualSum = 0;
    for (let row = 0; row < residual.length; row++) {
      const error = sigmoid(along(margins[row], marginsBefore[row])) - labels[row];
      residual[row] = ((weights ? weights[row] : 1) * error) / total;
      residualSum += residual[row];
    }
    const coefficients = Float64Array.from(columns, (column, j) => {
      let gradient = 0;
      for (let row = 0; row < residual.length; row++) gradient += residual[row] * column[row];
      const moved = along(model.coefficients[j], before.coefficients[j]) - learningRate * gradient;
      return softThreshold(moved, learningRate * penalty.l1) / (1 + learningRate * penalty.l2);
    });
    const intercept = along(model.intercept, before.intercept) - learningRate * residualSum;
    before = model;
    marginsBefore = margins;
    model = {intercept, coefficients};
    margins = scores(columns, model, labels.length);
  }

  return {
    advance(steps) {
      for (let done = 0; done < steps; done++) step();
    },
    loss() {
      const loss = meanLogLoss(labels, margins, weights);
      return {loss, objective: loss + penaltyOf(penalty, model.coefficients)};
    },
    model: () => model,
    dispose: () => undefined
  } satisfies Stepper;
}
