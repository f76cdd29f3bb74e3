import {chiSquareUpper} from "../distributions/chiSquare.js";
import {normalUpper} from "../distributions/normal.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {BaselinePoint} from "./baselineHazard.js";
import {baselineHazard} from "./baselineHazard.js";
import type {Concordance} from "./concordanceIndex.js";
import {concordanceIndex} from "./concordanceIndex.js";
import type {Covariate} from "./coxDesign.js";
import {coxDesign} from "./coxDesign.js";
import {coxFit} from "./coxFit.js";
import {inversePositive} from "../stats/inversePositive.js";
import {normal975} from "../stats/normal975.js";
import type {Ties} from "./partialLikelihood.js";
import {relativeScores} from "./partialLikelihood.js";

/** What one covariate does to the hazard, the others held as they are. */
export interface CoxCoefficient {
  name: string;
  /** Change of the log hazard for one unit more. */
  coefficient: number;
  standardError: number;
  /** The hazard of one unit more over that of one less, with its 95 % interval; null where it is too large for a number. */
  hazardRatio: number | null;
  low: number | null;
  high: number | null;
  z: number;
  p: number;
  /** The covariate's mean, at which the baseline stands. */
  mean: number;
}

/** A chi-square test. */
export interface ChiSquareTest {
  chiSquare: number;
  df: number;
  p: number;
}

/** A fitted proportional-hazards model. */
export interface CoxModel {
  rows: number;
  events: number;
  ties: Ties;
  /** One for each covariate, in their order. */
  coefficients: CoxCoefficient[];
  /** Logarithms of the partial likelihood, without covariates and of the model. */
  logLikelihood: {without: number; model: number};
  /** Whether all covariates together tell anything. */
  likelihoodRatio: ChiSquareTest;
  /** The same by the likelihood's slope without covariates: the log-rank test, if the only one is a group. */
  score: ChiSquareTest;
  /** Of the rows that the model was fitted to, so flattering. */
  concordance: Concordance;
  iterations: number;
  converged: boolean;
  /** Breslow's baseline hazard at the covariates' means. */
  baseline: BaselinePoint[];
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
const test = (chiSquare: number, df: number): ChiSquareTest => ({
  chiSquare: Math.max(0, chiSquare),
  df,
  p: chiSquareUpper(Math.max(0, chiSquare), df)
});

/**
 * How covariates go with the hazard of an event, the ratio of two rows' hazards taken to be the same at all times:
 * D. R. Cox (1972), by Newton and Raphson's method. Fails, with a sentence, without rows, events or covariates, at a
 * covariate with gaps, one that is constant or follows from others, and one whose coefficient runs away.
 *
 * @param durations finite and not negative; throws otherwise
 * @param events 1 = event, 0 = censored
 * @param covariates one value a row; a group of k as k - 1 columns of 0 and 1
 * @example coxModel(Float64Array.of(1, 2, 3, 4), Uint8Array.of(1, 1, 1, 1), [{name: "x", values: Float64Array.of(1, 0, 1, 0)}], "efron").value.coefficients[0].hazardRatio => (1 + Math.sqrt(17)) / 2
 */
export function coxModel(
  durations: Float64Array,
  events: Uint8Array,
  covariates: readonly Covariate[],
  ties: Ties = "efron"
): Result<CoxModel> {
  const design = coxDesign(durations, events, covariates);
  if (!design.ok) return design;
  const {rows, size, scales, means} = design.value;
  const fit = coxFit(
    design.value,
    covariates.map(({name}) => name),
    ties
  );
  if (!fit.ok) return fit;
  const {without, fitted, beta, iterations, converged} = fit.value;
  const variance = inversePositive(fitted.information, size);
  const spread = inversePositive(without.information, size);
  if (!variance || !spread) throw new Error("the information of a fitted model is not positive definite");
  const coefficients = covariates.map(({name}, j): CoxCoefficient => {
    const coefficient = beta[j] / scales[j];
    const standardError = Math.sqrt(variance[j * size + j]) / scales[j];
    const z = coefficient / standardError;
    const [hazardRatio, low, high] = [0, -normal975, normal975].map((times) =>
      finite(Math.exp(coefficient + times * standardError))
    );
    return {
      name,
      coefficient,
      standardError,
      hazardRatio,
      low,
      high,
      z,
      p: 2 * normalUpper(Math.abs(z)),
      mean: means[j]
    };
  });
  const slope = without.gradient;
  const score = slope.reduce(
    (sum, own, j) => slope.reduce((inner, other, k) => inner + own * other * spread[j * size + k], sum),
    0
  );
  return ok({
    rows,
    events: events.reduce((sum, event) => sum + event, 0),
    ties,
    coefficients,
    logLikelihood: {without: without.logLikelihood, model: fitted.logLikelihood},
    likelihoodRatio: test(2 * (fitted.logLikelihood - without.logLikelihood), size),
    score: test(score, size),
    concordance: concordanceIndex(
      design.value.durations,
      design.value.events,
      relativeScores(design.value, beta).scores
    ),
    iterations,
    converged,
    baseline: baselineHazard(design.value, beta)
  });
}
