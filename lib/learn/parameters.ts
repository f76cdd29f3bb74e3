import {formatDecimal} from "../format.js";
import {fail, ok} from "../result.js";
import type {Result} from "../result.js";
import type {ElasticNet} from "./elasticNet.js";

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

/** Smallest and largest value of each number. */
export const parameterBounds = {
  C: [1e-5, 1000],
  l1Ratio: [0, 1],
  learningRate: [0.001, 100],
  steps: [1, 2000],
  seed: [0, 999_999],
  testShare: [0.05, 0.5]
} as const satisfies Partial<Record<keyof TrainParameters, readonly [number, number]>>;

const bounds = Object.entries(parameterBounds) as [keyof typeof parameterBounds, readonly [number, number]][];

/**
 * The parameters, if each is a number within its bounds and the counts are whole.
 * @example checkParameters({...parameters, C: -1}).message => "C must be between 0.00001 and 1,000, not -1"
 */
export function checkParameters(parameters: TrainParameters): Result<TrainParameters> {
  for (const [name, [low, high]] of bounds) {
    const value = parameters[name];
    if (!(value >= low && value <= high))
      return fail(
        "parameter",
        `${name} must be between ${formatDecimal(low)} and ${formatDecimal(high)}, not ${formatDecimal(value)}`
      );
    if ((name === "steps" || name === "seed") && !Number.isInteger(value))
      return fail("parameter", `${name} must be a whole number, not ${formatDecimal(value)}`);
  }
  return ok(parameters);
}
