import type {SurvivalCurve} from "./kaplanMeier.js";
import {normal975} from "../stats/normal975.js";

/** A mean time without the event, with its 95 % interval. */
export interface RestrictedMean {
  mean: number;
  standardError: number;
  low: number;
  high: number;
}

/**
 * The mean time without the event within the horizon, 0 to horizon: the area under the curve up to it, in the
 * durations' unit. Null where the curve does not reach the horizon.
 *
 * Method: P. Royston and M. Parmar (2013); the standard error as in R's print.survfit.
 *
 * @example restrictedMean(kaplanMeier(Float64Array.of(1, 3), Uint8Array.of(1, 1)), 3)?.mean => 2
 */
export function restrictedMean(
  {rows, lastTime, points}: SurvivalCurve,
  horizon: number
): RestrictedMean | null {
  const reaches = horizon <= lastTime || points.at(-1)?.survival === 0;
  if (!(rows > 0 && horizon >= 0 && reaches)) return null;
  const within = points.filter(({time}) => time <= horizon);
  let [area, variance] = [0, 0];
  let until = horizon;
  for (const {time, survival, atRisk, events} of within.reverse()) {
    area += survival * (until - time);
    until = time;
    if (atRisk > events) variance += (area * area * events) / (atRisk * (atRisk - events));
  }
  const mean = area + until;
  const standardError = Math.sqrt(variance);
  return {
    mean,
    standardError,
    low: Math.max(0, mean - normal975 * standardError),
    high: Math.min(horizon, mean + normal975 * standardError)
  };
}
