import type {EventTable} from "./eventTable.js";
import {eventTable} from "./eventTable.js";
import type {Groups} from "./observations.js";
import {timeOrder} from "./timeOrder.js";

/** Counts at the distinct event times, of all and of each group: that of group g at the k-th time is at `k * groups + g`. */
export interface GroupCounts extends EventTable {
  groupAtRisk: Uint32Array;
  groupEvents: Uint32Array;
}

/**
 * Counts at the distinct event times, apart by group.
 * @example [...groupCounts(Float64Array.of(1, 2), Uint8Array.of(1, 0), {codes: Uint8Array.of(0, 1), names: ["a", "b"]}).groupAtRisk] => [1, 1]
 */
export function groupCounts(
  durations: Float64Array,
  events: Uint8Array,
  {codes, names}: Groups
): GroupCounts {
  const table = eventTable(durations, events);
  const size = names.length;
  const order = timeOrder(durations);
  const groupAtRisk = new Uint32Array(table.time.length * size);
  const groupEvents = new Uint32Array(table.time.length * size);
  const now = new Uint32Array(size);
  let place = order.length - 1;
  for (let k = table.time.length - 1; k >= 0; k--) {
    for (; place >= 0 && durations[order[place]] >= table.time[k]; place--) {
      const row = order[place];
      now[codes[row]]++;
      if (events[row] === 1) groupEvents[k * size + codes[row]]++;
    }
    groupAtRisk.set(now, k * size);
  }
  return {...table, groupAtRisk, groupEvents};
}
