import {normal975} from "../stats/normal975.js";
import type {Interval} from "../metrics/percentileInterval.js";
import {sigmoidFit} from "./sigmoidFit.js";

/** How far probabilities are right, too extreme or too high; `null` where the rows cannot tell. */
export interface CalibrationLine {
  /** Of the outcomes' log-odds on the predicted ones: 1 is right, below 1 is too extreme. */
  slope: number | null;
  slopeInterval: Interval | null;
  /** Log-odds to add to every predicted one (slope held at 1): 0 is right, below 0 is predicted too high. */
  intercept: number | null;
  interceptInterval: Interval | null;
}

const around = (value: number, variance: number): Interval => ({
  low: value - normal975 * Math.sqrt(variance),
  high: value + normal975 * Math.sqrt(variance)
});

/** Log-odds of a probability, kept one machine epsilon away from 0 and 1. @example logOdds(0.5) => 0 */
export function logOdds(probability: number): number {
  const inside = Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, probability));
  return Math.log(inside) - Math.log1p(-inside);
}

/**
 * Calibration slope and calibration in the large (Cox 1958; Van Calster and others 2019) with 95 % Wald intervals.
 * Needs rows of both classes; the slope also needs probabilities that differ and that do not part the classes.
 * @example calibrationLine([0, 1, 1, 0], [0.5, 0.5, 0.5, 0.5]).intercept => 0
 */
export function calibrationLine(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>
): CalibrationLine {
  const scores = Float64Array.from(probabilities, logOdds);
  let positives = 0;
  for (let row = 0; row < labels.length; row++) positives += labels[row];
  const both = positives > 0 && positives < labels.length;
  const line = both ? sigmoidFit(labels, scores) : null;
  const large = both ? sigmoidFit(labels, scores, 1) : null;
  return {
    slope: line && line.slope,
    slopeInterval: line && around(line.slope, line.slopeVariance),
    intercept: large && large.intercept,
    interceptInterval: large && around(large.intercept, large.interceptVariance)
  };
}
