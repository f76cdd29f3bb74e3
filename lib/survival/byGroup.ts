import {groupRows} from "./groupRows.js";
import type {Groups} from "./observations.js";

/** The observations of one group; none where no row has its code. */
export interface GroupObservations {
  name: string;
  durations: Float64Array;
  events: Uint8Array;
}

/**
 * The observations apart by group, in the order of the groups' names, to draw a curve of each. Throws at a code
 * without a name.
 * @example byGroup(Float64Array.of(3, 5), Uint8Array.of(1, 0), {codes: Uint8Array.of(1, 0), names: ["a", "b"]})[1].durations => Float64Array.of(3)
 */
export function byGroup(
  durations: Float64Array,
  events: Uint8Array,
  {codes, names}: Groups
): GroupObservations[] {
  groupRows({codes, names}, durations.length);
  return names.map((name, group) => ({
    name,
    durations: durations.filter((_, row) => codes[row] === group),
    events: events.filter((_, row) => codes[row] === group)
  }));
}
