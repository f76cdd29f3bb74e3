import type {CoxDesign} from "./coxDesign.js";
import type {Ties} from "./partialLikelihood.js";
import {relativeScores} from "./partialLikelihood.js";
import {riskSets} from "./riskSets.js";

/**
 * How far the z-scores of each row with an event are from the mean of those at risk then, by the model: a list for
 * each covariate, with a place for each event, and the events' times, ascending (D. Schoenfeld 1982). At tied events
 * under Efron's rule the mean is that of their turns.
 * @param beta coefficients of the z-scores
 * @example schoenfeldResiduals(design, beta, "efron").times => Float64Array.of(1, 2)
 */
export function schoenfeldResiduals(
  design: CoxDesign,
  beta: Float64Array,
  ties: Ties
): {residuals: Float64Array[]; times: Float64Array} {
  const {size, events, z} = design;
  const times = design.durations.filter((_, row) => events[row] === 1);
  const residuals = Array.from({length: size}, () => new Float64Array(times.length));
  let place = times.length;
  riskSets(design, relativeScores(design, beta).scores, ({events: happened, atRisk, ending, from, to}) => {
    const turns = ties === "efron" ? happened : 1;
    const mean = new Float64Array(size);
    for (let turn = 0; turn < turns; turn++) {
      const gone = turn / turns;
      const weight = atRisk.weight - gone * ending.weight;
      for (let j = 0; j < size; j++) mean[j] += (atRisk.first[j] - gone * ending.first[j]) / weight / turns;
    }
    for (let row = to - 1; row >= from; row--) {
      if (events[row] === 0) continue;
      place--;
      for (let j = 0; j < size; j++) residuals[j][place] = z[row * size + j] - mean[j];
    }
  });
  return {residuals, times};
}
