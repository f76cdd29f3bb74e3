import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Label} from "./adjustedRandIndex.js";
import {countPairs, namesOf} from "./contingency.js";

/** Who went from which segment to which, between two dates. */
export interface Migration<T extends Label = Label> {
  segments: T[];
  /** People by their segment at the first date (row) and at the second (column). */
  counts: number[][];
  /** Each count as a share of its segment's size at the first date; `null` where nobody was in it. */
  shares: (number | null)[][];
  /** People of each segment at the first date: its row and who left. */
  fromSizes: number[];
  /** People of each segment at the second date: its column and who arrived. */
  toSizes: number[];
  /** People of each segment at the second date who were in none at the first, such as new customers. */
  arrived: number[];
  /** People of each segment at the first date who are in none at the second. */
  left: number[];
  /** People in the same segment at both dates. */
  stayed: number;
}

/**
 * The table of people's segments at two dates.
 * @param from each person's segment at the first date; `null` for who was in none
 * @param to that at the second date, the same people in the same order
 * @param order segments to list first, even where nobody is in them; the others follow, ascending
 * @throws RangeError when there are not as many people at both dates
 * @example migration(["new", "new", null], ["loyal", "new", "new"]).value.counts => [[0, 0], [1, 1]]
 */
export function migration<T extends Label>(
  from: ArrayLike<T | null>,
  to: ArrayLike<T | null>,
  order: readonly T[] = []
): Result<Migration<T>> {
  if (to.length !== from.length) throw new RangeError(`${from.length} people expected: ${to.length}`);
  const known = [...Array.from(from), ...Array.from(to)].filter((label) => label !== null);
  if (!known.length)
    return fail("rows", "Nobody is in a segment at either date: choose other dates or filters.");
  const segments = namesOf(known, order);
  const table = countPairs<T | null, T | null>(from, to, [...segments, null], [...segments, null]);
  const size = segments.length;
  const counts = table.slice(0, size).map((row) => row.slice(0, size));
  const fromSizes = segments.map((_, i) => table[i].reduce((sum, count) => sum + count, 0));
  return ok({
    ...{segments, counts, fromSizes},
    shares: counts.map((row, i) => row.map((count) => (fromSizes[i] ? count / fromSizes[i] : null))),
    toSizes: segments.map((_, j) => table.reduce((sum, row) => sum + row[j], 0)),
    arrived: table[size].slice(0, size),
    left: segments.map((_, i) => table[i][size]),
    stayed: counts.reduce((sum, row, i) => sum + row[i], 0)
  });
}
