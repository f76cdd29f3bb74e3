import {everyRow} from "../stats/everyRow.js";

/** Row numbers by what they are used for, each in order of time. */
export interface TimeSplit {
  train: Uint32Array;
  test: Uint32Array;
  /** Rows before the test period that are left out, because their outcome was not known when it began. */
  embargoed: Uint32Array;
  /** Time of the first test row; NaN without rows. */
  boundary: number;
}

/**
 * The last share of the rows by time to test on, what came before to learn from. Rows of the very moment where the
 * test period begins belong to it. With `knownAt`, a row is learnt from only if its outcome was known by then
 * (an embargo): at the boundary nobody could have learnt from the rest.
 * @example timeSplit([1, 2, 3, 4], 0.25) => {train: [0, 1, 2], test: [3], embargoed: [], boundary: 4}
 */
export function timeSplit(
  times: ArrayLike<number>,
  testShare: number,
  knownAt?: ArrayLike<number>
): TimeSplit {
  const order = everyRow(times.length).sort((a, b) => times[a] - times[b] || a - b);
  const boundary = times[order[Math.floor(order.length * (1 - testShare))]] ?? NaN;
  return {
    train: order.filter((row) => times[row] < boundary && (!knownAt || knownAt[row] <= boundary)),
    test: order.filter((row) => times[row] >= boundary),
    embargoed: order.filter(
      (row) => times[row] < boundary && knownAt !== undefined && knownAt[row] > boundary
    ),
    boundary
  };
}
