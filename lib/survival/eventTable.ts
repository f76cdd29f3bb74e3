import {checkObservations} from "./observations.js";

/** One place for each distinct time at which an event happened, ascending. */
export interface EventTable {
  rows: number;
  time: Float64Array;
  /** Rows whose duration is this time or longer; one censored at an event's time is still at risk. */
  atRisk: Uint32Array;
  events: Uint32Array;
  /** Censored since the previous event time, that time included, and before this one. */
  censored: Uint32Array;
  /** The longest duration, of an event or not; 0 without rows. */
  lastTime: number;
}

/**
 * Counts at the distinct event times of right-censored observations.
 * @param events 1 = event, 0 = censored
 * @example eventTable(Float64Array.of(2, 2, 1, 3), Uint8Array.of(1, 1, 0, 0)) => {rows: 4, time: [2], atRisk: [3], events: [2], censored: [1], lastTime: 3}
 */
export function eventTable(durations: Float64Array, events: Uint8Array): EventTable {
  checkObservations(durations, events);
  const all = durations.slice().sort();
  const ended = durations.filter((_, row) => events[row] === 1).sort();
  const time = ended.filter((value, i) => i === 0 || value !== ended[i - 1]);
  const atRisk = new Uint32Array(time.length);
  const happened = new Uint32Array(time.length);
  const censored = new Uint32Array(time.length);
  let [earlier, counted] = [0, 0];
  for (let k = 0; k < time.length; k++) {
    const before = earlier;
    const eventsBefore = k > 0 ? happened[k - 1] : 0;
    while (all[earlier] < time[k]) earlier++;
    while (ended[counted] === time[k]) {
      happened[k]++;
      counted++;
    }
    atRisk[k] = all.length - earlier;
    censored[k] = earlier - before - eventsBefore;
  }
  return {rows: all.length, time, atRisk, events: happened, censored, lastTime: all.at(-1) ?? 0};
}
