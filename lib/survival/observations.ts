/** Groups of rows by code: row i belongs to the group called `names[codes[i]]`. */
export interface Groups {
  codes: Uint8Array | Int32Array;
  names: readonly string[];
}

/**
 * Throws where durations and events are no right-censored observations: lists of one length, durations finite and not
 * negative, events 0 (censored) or 1. Who has rows without a duration leaves them out before.
 * @example checkObservations(Float64Array.of(3, 0), Uint8Array.of(1, 0)) => undefined
 */
export function checkObservations(durations: Float64Array, events: Uint8Array): void {
  if (durations.length !== events.length)
    throw new RangeError(`as many events as durations: ${events.length} and ${durations.length}`);
  for (let row = 0; row < durations.length; row++) {
    if (!(durations[row] >= 0 && durations[row] < Infinity))
      throw new RangeError(`duration of row ${row}: ${durations[row]}`);
    if (events[row] > 1) throw new RangeError(`event of row ${row}: ${events[row]}`);
  }
}
