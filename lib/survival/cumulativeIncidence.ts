import type {SurvivalCurve} from "./kaplanMeier.js";

/** The share that has had the event by a time: a step that holds up to the next row's time. */
export interface IncidenceRow {
  time: number;
  share: number;
  /** 95 % interval; null where everybody has had the event. */
  low: number | null;
  high: number | null;
}

/**
 * The share that has had the event by each time, as rows to plot in steps: from 0 at time 0 to the last duration, where
 * the curve ends. That of one kind of event alone: what else may end a row counts as censoring.
 * @example cumulativeIncidence(kaplanMeier(Float64Array.of(1, 4), Uint8Array.of(1, 0))).map(({share}) => share) => [0, 0.5, 0.5]
 */
export function cumulativeIncidence({rows, lastTime, points}: SurvivalCurve): IncidenceRow[] {
  if (rows === 0) return [];
  const steps: IncidenceRow[] = points.map(({time, survival, low, high}) => ({
    time,
    share: 1 - survival,
    low: high === null ? null : 1 - high,
    high: low === null ? null : 1 - low
  }));
  if (!(steps[0]?.time === 0)) steps.unshift({time: 0, share: 0, low: 0, high: 0});
  const last = steps[steps.length - 1];
  return last.time < lastTime ? [...steps, {...last, time: lastTime}] : steps;
}
