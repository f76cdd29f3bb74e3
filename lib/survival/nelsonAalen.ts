import {eventTable} from "./eventTable.js";
import {normal975} from "../stats/normal975.js";

/** The cumulative hazard from one event time on, up to the next. */
export interface HazardPoint {
  time: number;
  atRisk: number;
  events: number;
  /** Expected events of one who is at risk all the time, up to and with this time. */
  hazard: number;
  variance: number;
  /** 95 % interval, symmetric in the logarithm. */
  low: number;
  high: number;
}

/**
 * The cumulative hazard at each distinct event time; no points without rows or events.
 *
 * Method: W. Nelson (1972) and O. Aalen (1978), with Aalen's variance, the sum of d / n^2; the interval by J. Klein
 * and M. Moeschberger, "Survival Analysis" (2003), section 4.3.
 *
 * @param durations finite and not negative; throws otherwise
 * @param events 1 = event, 0 = censored
 * @example nelsonAalen(Float64Array.of(1, 2), Uint8Array.of(1, 1)).map(({hazard}) => hazard) => [0.5, 1.5]
 */
export function nelsonAalen(durations: Float64Array, events: Uint8Array): HazardPoint[] {
  const {time, atRisk, events: happened} = eventTable(durations, events);
  let [hazard, variance] = [0, 0];
  return Array.from(time, (at, k) => {
    hazard += happened[k] / atRisk[k];
    variance += happened[k] / atRisk[k] ** 2;
    const factor = Math.exp((normal975 * Math.sqrt(variance)) / hazard);
    return {
      time: at,
      atRisk: atRisk[k],
      events: happened[k],
      hazard,
      variance,
      low: hazard / factor,
      high: hazard * factor
    };
  });
}
