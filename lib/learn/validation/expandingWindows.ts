import {everyRow} from "../../stats/everyRow.js";
import {formatCount} from "../../format.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {TimeSplit} from "../timeSplit.js";

export interface WindowOptions {
  /** How many test periods, at least 2. */
  windows: number;
  /** When a row's outcome was known: what was not known when a test period began is not learnt from. */
  knownAt?: ArrayLike<number>;
}

/**
 * Test periods one after the other, each predicted from all that came before it. In order of time, the last
 * `windows * floor(rows / (windows + 1))` rows are cut into equal periods, as scikit-learn's `TimeSeriesSplit`; rows
 * of one moment stay together, in the later period. Fails, with a sentence, where that leaves a part empty.
 * @example expandingWindows([1, 2, 3, 4, 5], {windows: 2})
 *   => {ok: true, value: [{train: [0, 1, 2], test: [3], …}, {train: [0, 1, 2, 3], test: [4], …}]}
 */
export function expandingWindows(
  times: ArrayLike<number>,
  {windows, knownAt}: WindowOptions
): Result<TimeSplit[]> {
  const rows = times.length;
  if (!Number.isInteger(windows) || windows < 2)
    return fail("windows", `The number of windows must be a whole number from 2, not ${windows}`);
  if (!rows) return fail("empty", "There are no rows: widen the period or the filters.");
  if (rows < windows + 1)
    return fail(
      "few-rows",
      `${windows} windows need at least ${windows + 1} rows, and there are ${formatCount(rows)}.`
    );
  const order = everyRow(rows);
  if (order.some((row) => !Number.isFinite(times[row])))
    return fail("times", "Some rows have no time, so they cannot be put in order.");
  order.sort((a, b) => times[a] - times[b] || a - b);
  const period = Math.floor(rows / (windows + 1));
  const starts = Array.from({length: windows}, (_, window) => {
    let start = rows - (windows - window) * period;
    const boundary = times[order[start]];
    while (start > 0 && times[order[start - 1]] === boundary) start--;
    return start;
  });
  if (times[order[0]] === times[order[rows - 1]])
    return fail("ties", "All rows have the same time: there is no earlier one to learn from.");
  if (starts.some((start, window) => start === (window ? starts[window - 1] : 0)))
    return fail(
      "ties",
      `Too many rows share a moment to cut ${windows} periods: use fewer windows or finer times.`
    );
  const splits = starts.map((start, window) => {
    const boundary = times[order[start]];
    const known = (row: number) => !knownAt || knownAt[row] <= boundary;
    const before = order.subarray(0, start);
    return {
      train: before.filter(known),
      test: order.slice(start, starts[window + 1] ?? rows),
      embargoed: before.filter((row) => !known(row)),
      boundary
    };
  });
  const unknown = splits.findIndex(({train}) => !train.length);
  if (unknown >= 0)
    return fail(
      "empty",
      `No row's outcome was known when window ${unknown + 1} of ${windows} began: use fewer windows or lift the embargo.`
    );
  return ok(splits);
}
