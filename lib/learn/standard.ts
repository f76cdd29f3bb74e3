import {quantile} from "../metrics/quantile.js";
import {scaling} from "./scaling.js";

/** What makes columns fit for a linear model or for distances, learnt from training rows alone; a number per column. */
export interface Standard {
  /** Stands where a value is missing; 0 in a column without any value. */
  median: Float64Array;
  /** Of the column with its gaps filled. */
  mean: Float64Array;
  /** Population standard deviation; 1 for a column that never changes. */
  deviation: Float64Array;
}

/**
 * Medians, means and deviations of the given rows.
 * @example standardOf([Float32Array.of(1, 3, NaN, 99)], Uint32Array.of(0, 1, 2)).mean => [2]
 */
export function standardOf(values: readonly Float32Array[], rows: Uint32Array): Standard {
  const median = new Float64Array(values.length);
  const mean = new Float64Array(values.length);
  const deviation = new Float64Array(values.length);
  values.forEach((column, j) => {
    const filled = new Float32Array(rows.length);
    let known = 0;
    for (const row of rows) if (!Number.isNaN(column[row])) filled[known++] = column[row];
    if (known) median[j] = quantile(filled.slice(0, known).sort(), 0.5);
    filled.fill(median[j], known);
    ({mean: mean[j], deviation: deviation[j]} = scaling(filled));
  });
  return {median, mean, deviation};
}

/** The rows' z-scores, gaps filled with the median. @example standardised([Float32Array.of(NaN)], Uint32Array.of(0), {median: [3], mean: [1], deviation: [2]}) => [[1]] */
export function standardised(
  values: readonly Float32Array[],
  rows: Uint32Array,
  {median, mean, deviation}: Standard
): Float32Array[] {
  return values.map((column, j) => {
    const scores = new Float32Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const value = column[rows[i]];
      scores[i] = ((Number.isNaN(value) ? median[j] : value) - mean[j]) / deviation[j];
    }
    return scores;
  });
}

/** z-scores back in the columns' own units. @example unstandardised([Float32Array.of(1)], {median: [3], mean: [1], deviation: [2]}) => [[3]] */
export const unstandardised = (
  scores: readonly Float32Array[],
  {mean, deviation}: Standard
): Float32Array[] => scores.map((column, j) => column.map((score) => mean[j] + score * deviation[j]));
