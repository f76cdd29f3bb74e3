import {ranking} from "./ranking.js";
import {sampleRows} from "../random/sampleRows.js";

/** A column that may explain the spread of another's SHAP values. */
export interface ColourCandidate {
  column: number;
  /** Share of the spread within slices that goes along with the candidate's rank, 0 to 1. */
  strength: number;
}

/** The column whose SHAP values are looked at; at most `points` rows, drawn with `seed`, in `slices` slices. */
export interface CandidateOptions {
  column: number;
  seed: number;
  points?: number;
  slices?: number;
}

/**
 * Columns by how well they explain why rows with nearly the same value of a column have different SHAP values of it,
 * the best first. A sample of rows is put in order of the value and cut into slices; within each, the squared
 * correlation of SHAP value and candidate's rank is weighed by how much the SHAP values spread there. Columns that
 * explain nothing are left out. A quick guess at the strongest interaction; `pairInteraction` gives the exact one.
 * @example colourCandidates(values, contributions[0], {column: 0, seed: 1})[0] => {column: 1, strength: 1}
 */
export function colourCandidates(
  values: readonly Float32Array[],
  contributions: Float64Array,
  {column, seed, points = 4000, slices = 20}: CandidateOptions
): ColourCandidate[] {
  const own = values[column];
  const order = sampleRows(own.length, points, seed, "explain.colours").filter(
    (row) => !Number.isNaN(own[row])
  );
  order.sort((a, b) => own[a] - own[b] || a - b);
  const shap = Float64Array.from(order, (row) => contributions[row]);
  const starts = Array.from({length: slices + 1}, (_, i) => Math.round((i * order.length) / slices));
  const strengthOf = (other: Float32Array) => {
    const sampled = Float32Array.from(order, (row) => other[row]);
    const rankOf = ranking(sampled);
    const ranks = Float64Array.from(sampled, (value) => rankOf(value) ?? 0.5);
    let spread = 0;
    let explained = 0;
    for (let i = 0; i < slices; i++) {
      const {xx, yy, xy} = moments(
        ranks.subarray(starts[i], starts[i + 1]),
        shap.subarray(starts[i], starts[i + 1])
      );
      spread += yy;
      if (xx > 1e-12) explained += (xy * xy) / xx;
    }
    return spread > 0 ? explained / spread : 0;
  };
  return values
    .map((other, j) => ({column: j, strength: j === column ? 0 : strengthOf(other)}))
    .filter(({strength}) => strength > 1e-12)
    .sort((a, b) => b.strength - a.strength);
}

/** Sums of squares and products about the means. */
function moments(x: Float64Array, y: Float64Array): {xx: number; yy: number; xy: number} {
  const meanX = x.reduce((sum, value) => sum + value, 0) / x.length;
  const meanY = y.reduce((sum, value) => sum + value, 0) / y.length;
  const sums = {xx: 0, yy: 0, xy: 0};
  for (let i = 0; i < x.length; i++) {
    sums.xx += (x[i] - meanX) ** 2;
    sums.yy += (y[i] - meanY) ** 2;
    sums.xy += (x[i] - meanX) * (y[i] - meanY);
  }
  return sums;
}
