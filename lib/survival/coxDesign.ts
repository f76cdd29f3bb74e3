import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {formatCount} from "../format.js";
import {checkObservations} from "./observations.js";
import {timeOrder} from "./timeOrder.js";

/** What may go with the hazard: one value a row, finite. */
export interface Covariate {
  name: string;
  values: Float64Array;
}

/** The rows from the shortest duration to the longest, with z-scores of the covariates row by row. */
export interface CoxDesign {
  rows: number;
  size: number;
  durations: Float64Array;
  events: Uint8Array;
  z: Float64Array;
  means: Float64Array;
  /** Standard deviations, all above 0. */
  scales: Float64Array;
  /** Largest less smallest z-score. */
  ranges: Float64Array;
}

/**
 * Sorts and scales what Cox's model is fitted to. Fails without rows, events or covariates, and at a covariate that has
 * gaps or never changes.
 * @example coxDesign(Float64Array.of(2, 1), Uint8Array.of(1, 1), [{name: "x", values: Float64Array.of(1, 3)}]).value.z => Float64Array.of(1, -1)
 */
export function coxDesign(
  durations: Float64Array,
  events: Uint8Array,
  covariates: readonly Covariate[]
): Result<CoxDesign> {
  checkObservations(durations, events);
  const [rows, size] = [durations.length, covariates.length];
  if (rows === 0) return fail("rows", "There are no rows to fit a model to.");
  if (!events.includes(1))
    return fail("events", "Nobody has had the event yet: there is nothing to explain.");
  if (size === 0) return fail("covariates", "Choose at least one covariate.");
  const order = timeOrder(durations);
  const z = new Float64Array(rows * size);
  const [means, scales, ranges] = [0, 1, 2].map(() => new Float64Array(size));
  for (const [j, {name, values}] of covariates.entries()) {
    if (values.length !== rows) throw new RangeError(`values of ${name}: ${values.length} for ${rows} rows`);
    const {mean, deviation, low, high, gaps} = moments(values);
    if (gaps > 0)
      return fail(
        "covariate",
        `“${name}” has no value in ${formatCount(gaps)} ${gaps === 1 ? "row" : "rows"}: fill the gaps or leave those rows out.`
      );
    if (!(deviation > 1e-12 * Math.max(Math.abs(low), Math.abs(high)))) return constant(name);
    [means[j], scales[j], ranges[j]] = [mean, deviation, (high - low) / deviation];
    for (let row = 0; row < rows; row++) z[row * size + j] = (values[order[row]] - mean) / deviation;
  }
  return ok({
    rows,
    size,
    durations: Float64Array.from(order, (row) => durations[row]),
    events: Uint8Array.from(order, (row) => events[row]),
    z,
    means,
    scales,
    ranges
  });
}

/** The refusal of a covariate that explains nothing. @example constant("x").ok => false */
export const constant = (name: string): Result<never> =>
  fail("covariate", `“${name}” is the same for everybody who could have had an event: leave it out.`);

function moments(values: Float64Array) {
  let [sum, low, high, gaps] = [0, Infinity, -Infinity, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) gaps++;
    sum += value;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return {mean, deviation: Math.sqrt(squares / values.length), low, high, gaps};
}
