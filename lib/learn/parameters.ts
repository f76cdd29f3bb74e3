import {fail, ok} from "../result.js";
import type {Result} from "../result.js";
import type {ElasticNet} from "./elasticNet.js";
import {numberProblem} from "./numberProblem.js";
import type {Bound} from "./specBounds.js";

/** Everything a reader may choose about a training; the same choice gives the same coefficients on a backend. */
export interface TrainParameters extends ElasticNet {
  /** Step size of the gradient, in mean-loss form. */
  learningRate: number;
  steps: number;
  /** Draws the starting coefficients and the resamples of the AUC's interval. */
  seed: number;
  /** Share of the rows, the latest, that is held out. */
  testShare: number;
  /** Learn only from rows whose outcome was known when the test period began. */
  embargo: boolean;
}

/** What a reader may choose, number by number. */
export const parameterBounds = {
  C: {low: 1e-5, high: 1000},
  l1Ratio: {low: 0, high: 1},
  learningRate: {low: 0.001, high: 100},
  steps: {low: 1, high: 2000, whole: true},
  seed: {low: 0, high: 999_999, whole: true},
  testShare: {low: 0.05, high: 0.5}
} as const satisfies Partial<Record<keyof TrainParameters, Bound>>;

const bounds = Object.entries(parameterBounds) as [keyof typeof parameterBounds, Bound][];

/**
 * The parameters, if each is a number within its bounds and the counts are whole.
 * @example checkParameters({...parameters, C: -1}).message => "C must be between 0.00001 and 1,000, not -1"
 */
export function checkParameters(parameters: TrainParameters): Result<TrainParameters> {
  for (const [name, bound] of bounds) {
    const problem = numberProblem(name, parameters[name], bound);
    if (problem !== null) return fail("parameter", problem);
  }
  return ok(parameters);
}
