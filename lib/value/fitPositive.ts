import type {ParameterInterval} from "./logScaleIntervals.js";
import {logScaleIntervals} from "./logScaleIntervals.js";
import type {Minimum} from "./minimise.js";
import {minimise} from "./minimise.js";

/** Parameters of a model by their names, all above 0. */
export type Parameters<Name extends string> = Record<Name, number>;

/** A model's parameters of maximum likelihood, as far as they were found. */
export interface Fit<Name extends string> {
  parameters: Parameters<Name>;
  logLikelihood: number;
  /** Customers it was estimated from. */
  customers: number;
  /** False where the search came to no maximum: the likelihood may rise forever in one direction. */
  converged: boolean;
  /** `null` where the likelihood has no curvature to tell them by. */
  intervals: Record<Name, ParameterInterval> | null;
  /** What the reader should know of it, a sentence or two; `null` if all is well. */
  note: string | null;
}

/** A parameter that is so many times its start, or a share of it, is on its way to infinity or 0. */
const endless = 1000;
const unsettled =
  "The search came to no maximum of the likelihood: these customers do not determine all parameters, so take the values as one description among several.";
const flat =
  "The likelihood is almost flat around its maximum: quite different parameters describe these customers as well, so there are no intervals.";

/**
 * Maximum likelihood of parameters above 0, searched for on their logarithms from several starts; the best counts.
 * @param starts a search that runs off from its start by a factor of 1,000 is given up
 * @param customers by whom the log-likelihood is divided, to be of the order of 1
 * @example fitPositive(["rate"], ({rate}) => 10 * Math.log(rate) - 5 * rate, [{rate: 1}], 10).parameters => {rate: 2}
 */
export function fitPositive<Name extends string>(
  names: readonly Name[],
  logLikelihood: (parameters: Parameters<Name>) => number,
  starts: readonly Parameters<Name>[],
  customers: number
): Fit<Name> {
  const named = <T>(values: ArrayLike<T>) =>
    Object.fromEntries(names.map((name, j) => [name, values[j]])) as Record<Name, T>;
  const parametersAt = (logs: Float64Array) => named(logs.map(Math.exp));
  const negative = (logs: Float64Array) => -logLikelihood(parametersAt(logs));
  const logsOf = (parameters: Parameters<Name>) =>
    Float64Array.from(names, (name) => Math.log(parameters[name]));

  const best = starts
    .map((start) => minimise((logs) => negative(logs) / customers, logsOf(start), {range: Math.log(endless)}))
    .reduce((one, other) => (isBetter(other, one) ? other : one));
  const intervals = best.converged ? logScaleIntervals(negative, best.at) : null;
  return {
    parameters: parametersAt(best.at),
    logLikelihood: -negative(best.at),
    customers,
    converged: best.converged,
    intervals: intervals && named(intervals),
    note: !best.converged ? unsettled : intervals ? null : flat
  };
}

/** Of two that are as low but for rounding, the one that settled. */
function isBetter(one: Minimum, other: Minimum): boolean {
  if (!Number.isFinite(other.value)) return Number.isFinite(one.value);
  const margin = 1e-10 * Math.max(1, Math.abs(other.value));
  if (Math.abs(one.value - other.value) <= margin && one.converged !== other.converged) return one.converged;
  return one.value < other.value;
}
