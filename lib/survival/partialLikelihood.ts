import type {CoxDesign} from "./coxDesign.js";
import {riskSets} from "./riskSets.js";

/** How events of one time share their risk set: B. Efron (1977), or N. Breslow (1974), simpler and biased to 0. */
export type Ties = "efron" | "breslow";

/** The partial likelihood's logarithm with its slope and its negative second derivatives, row by row. */
export interface PartialLikelihood {
  logLikelihood: number;
  gradient: Float64Array;
  information: Float64Array;
}

/** Scores of the design's rows less the largest, and that. @example relativeScores(design, Float64Array.of(0)).largest => 0 */
export function relativeScores({rows, size, z}: CoxDesign, beta: Float64Array) {
  const scores = new Float64Array(rows);
  let largest = -Infinity;
  for (let row = 0, at = 0; row < rows; row++) {
    let score = 0;
    for (let j = 0; j < size; j++) score += beta[j] * z[at++];
    scores[row] = score;
    if (score > largest) largest = score;
  }
  for (let row = 0; row < rows; row++) scores[row] -= largest;
  return {scores, largest};
}

/**
 * Cox's partial likelihood (D. R. Cox 1972) at coefficients of the z-scores, in one pass from the longest duration to
 * the shortest.
 * @example partialLikelihood(design, Float64Array.of(0), "efron").logLikelihood => -Math.log(2)
 */
export function partialLikelihood(design: CoxDesign, beta: Float64Array, ties: Ties): PartialLikelihood {
  const {size, events, z} = design;
  const {scores} = relativeScores(design, beta);
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const mean = new Float64Array(size);
  let logLikelihood = 0;
  riskSets(design, scores, ({events: happened, atRisk, ending, from, to}) => {
    for (let row = from; row < to; row++) {
      if (events[row] === 0) continue;
      logLikelihood += scores[row];
      for (let j = 0; j < size; j++) gradient[j] += z[row * size + j];
    }
    const turns = ties === "efron" ? happened : 1;
    const times = happened / turns;
    for (let turn = 0; turn < turns; turn++) {
      const gone = turn / turns;
      const weight = atRisk.weight - gone * ending.weight;
      logLikelihood -= times * Math.log(weight);
      for (let j = 0, pair = 0; j < size; j++) {
        mean[j] = (atRisk.first[j] - gone * ending.first[j]) / weight;
        gradient[j] -= times * mean[j];
        for (let k = 0; k <= j; k++, pair++)
          information[j * size + k] +=
            times * ((atRisk.pairs[pair] - gone * ending.pairs[pair]) / weight - mean[j] * mean[k]);
      }
    }
  });
  for (let j = 0; j < size; j++)
    for (let k = 0; k < j; k++) information[k * size + j] = information[j * size + k];
  return {logLikelihood, gradient, information};
}
