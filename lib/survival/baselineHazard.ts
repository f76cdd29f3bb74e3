import type {CoxDesign} from "./coxDesign.js";
import {relativeScores} from "./partialLikelihood.js";

/** The baseline hazard at one event time. */
export interface BaselinePoint {
  time: number;
  /** Of this time alone. */
  hazard: number;
  /** Up to and with this time. */
  cumulative: number;
}

/**
 * The hazard of one whose covariates are all at their means: events over the sum of all relative hazards at risk, at
 * each distinct event time, ascending (N. Breslow 1972). The share of such people without the event by then is
 * exp(-cumulative).
 * @param beta coefficients of the z-scores
 * @example baselineHazard(design, Float64Array.of(0))[0].hazard => 0.5
 */
export function baselineHazard(design: CoxDesign, beta: Float64Array): BaselinePoint[] {
  const {rows, durations, events} = design;
  const {scores, largest} = relativeScores(design, beta);
  const points: BaselinePoint[] = [];
  let weight = 0;
  for (let to = rows; to > 0;) {
    const time = durations[to - 1];
    let happened = 0;
    for (; to > 0 && durations[to - 1] === time; to--) {
      weight += Math.exp(scores[to - 1]);
      happened += events[to - 1];
    }
    if (happened > 0) points.push({time, hazard: happened / weight / Math.exp(largest), cumulative: 0});
  }
  let cumulative = 0;
  points.reverse();
  for (const point of points) point.cumulative = cumulative += point.hazard;
  return points;
}
