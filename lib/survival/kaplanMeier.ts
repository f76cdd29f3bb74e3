import {eventTable} from "./eventTable.js";
import type {IntervalScale} from "./survivalInterval.js";
import {survivalInterval} from "./survivalInterval.js";

/** The curve from one event time on, up to the next. */
export interface SurvivalPoint {
  time: number;
  /** Rows whose duration is this time or longer. */
  atRisk: number;
  events: number;
  /** Censored since the previous event time, that time included, and before this one. */
  censored: number;
  /** Share without the event after this time, 0 to 1. */
  survival: number;
  /** Greenwood's standard error of the share; null where the curve has come to 0. */
  standardError: number | null;
  /** 95 % interval, for this time alone; null where the curve has come to 0. */
  low: number | null;
  high: number | null;
}

/** A survival curve: 1 before the first point, then a step at each point, known up to the last time. */
export interface SurvivalCurve {
  rows: number;
  events: number;
  /** The longest duration, of an event or not: where the curve ends, unless it came to 0. */
  lastTime: number;
  /** One for each distinct event time, ascending. */
  points: SurvivalPoint[];
}

/**
 * The share that has not had the event by each time, from right-censored observations; durations in any unit. Without
 * rows or events there are no points.
 *
 * Method: E. L. Kaplan and P. Meier (1958); M. Greenwood (1926) for the standard error.
 *
 * @param durations time to the event or to the end of watching, finite, not negative; throws otherwise
 * @param events 1 = event, 0 = censored
 * @param scale of the interval; "log" is R's default
 * @example kaplanMeier(Float64Array.of(1, 2, 3), Uint8Array.of(1, 0, 1)).points.map(({survival}) => survival) => [2 / 3, 0]
 */
export function kaplanMeier(
  durations: Float64Array,
  events: Uint8Array,
  scale: IntervalScale = "log-log"
): SurvivalCurve {
  const table = eventTable(durations, events);
  const points: SurvivalPoint[] = [];
  let [survival, greenwood, total] = [1, 0, 0];
  for (let k = 0; k < table.time.length; k++) {
    const [atRisk, happened] = [table.atRisk[k], table.events[k]];
    survival *= (atRisk - happened) / atRisk;
    greenwood += happened / (atRisk * (atRisk - happened));
    total += happened;
    const spread = Math.sqrt(greenwood);
    const interval = survivalInterval(survival, spread, scale);
    points.push({
      time: table.time[k],
      atRisk,
      events: happened,
      censored: table.censored[k],
      survival,
      standardError: survival > 0 ? survival * spread : null,
      low: interval && interval.low,
      high: interval && interval.high
    });
  }
  return {rows: table.rows, events: total, lastTime: table.lastTime, points};
}
