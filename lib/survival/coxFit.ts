import {solvePositive} from "../stats/solvePositive.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {CoxDesign} from "./coxDesign.js";
import {constant} from "./coxDesign.js";
import {dependentColumn} from "./dependentColumn.js";
import type {PartialLikelihood, Ties} from "./partialLikelihood.js";
import {partialLikelihood} from "./partialLikelihood.js";

/** The likelihood without covariates and at its maximum, in coefficients of the z-scores. */
export interface CoxFit {
  without: PartialLikelihood;
  fitted: PartialLikelihood;
  beta: Float64Array;
  iterations: number;
  converged: boolean;
}

const maxIterations = 50;
/** The largest move of any row's score that counts as standing still. */
const still = 1e-8;

/**
 * The maximum of the partial likelihood by Newton and Raphson's method, each step halved until the likelihood does not
 * fall. Fails at a covariate that does not change among those at risk, that others account for, or whose coefficient
 * runs away: the likelihood gains no more and its steps do not shrink.
 * @param names of the covariates, for the sentences
 * @example coxFit(design, ["age"], "efron").value.converged => true
 */
export function coxFit(design: CoxDesign, names: readonly string[], ties: Ties): Result<CoxFit> {
  const {size, ranges} = design;
  let beta = new Float64Array(size);
  const without = partialLikelihood(design, beta, ties);
  const total = design.events.reduce((sum, event) => sum + event, 0);
  const unchanging = names.findIndex((_, j) => !(without.information[j * size + j] > 1e-12 * total));
  if (unchanging >= 0) return constant(names[unchanging]);
  const dependent = dependentColumn(without.information, size);
  if (dependent >= 0)
    return fail(
      "collinear",
      `“${names[dependent]}” follows from the covariates before it: leave it or one of them out.`
    );

  let fitted = without;
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    const step = solvePositive(fitted.information.slice(), fitted.gradient);
    if (!step) return runaway(names[mostFlattened(without, fitted, size)]);
    const moves = step.map((value, j) => Math.abs(value) * ranges[j]);
    const move = Math.max(...moves);
    const gain = step.reduce((sum, value, j) => sum + value * fitted.gradient[j], 0);
    if (gain < 1e-9 && move > 0.1) return runaway(names[moves.indexOf(move)]);
    const slack = 1e-12 * Math.abs(fitted.logLikelihood);
    let next: PartialLikelihood | undefined;
    for (let length = 1; length > 1e-9 && !next; length /= 2) {
      const there = beta.map((value, j) => value + length * step[j]);
      const found = partialLikelihood(design, there, ties);
      if (!(found.logLikelihood >= fitted.logLikelihood - slack)) continue;
      next = found;
      beta = there;
    }
    if (next) fitted = next;
    if (!next || move < still)
      return ok({without, fitted, beta, iterations: iteration, converged: move < still});
  }
  return ok({without, fitted, beta, iterations: maxIterations, converged: false});
}

const runaway = (name: string): Result<never> =>
  fail(
    "separation",
    `“${name}” tells apart without exception who has the event first, so its coefficient grows without end: leave it out, or merge its rare values.`
  );

/** Which covariate has lost most of its information on the way. */
function mostFlattened(without: PartialLikelihood, fitted: PartialLikelihood, size: number): number {
  const kept = Array.from(
    {length: size},
    (_, j) => fitted.information[j * size + j] / without.information[j * size + j]
  );
  return kept.indexOf(Math.min(...kept));
}
