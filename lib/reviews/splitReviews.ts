import {timeSplit} from "../learn/timeSplit.js";
import {shuffle} from "../random/shuffle.js";
import {randomStream} from "../random/streams.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {datedTimes} from "./datedTimes.js";

/**
 * What becomes of reviews with the same text: all stay where they fall ("keep"); only the first by time stays
 * ("first"); no text is on both sides ("oneSide"): of a split by time, test reviews whose text was learnt from are left
 * out, at random all copies fall on one side.
 */
export type DuplicateRule = "keep" | "first" | "oneSide";

export interface SplitOptions {
  by: "time" | "random";
  duplicates: DuplicateRule;
  /** Share of the reviews to judge by: the latest, or at random; .2 where not given. */
  testShare?: number;
  seed: number;
}

/** Rows to learn from and to judge by, ascending. */
export interface ReviewSplit {
  train: Uint32Array;
  test: Uint32Array;
  /** Rows on neither side because of their text. */
  leftOut: number;
  /** Those of them that would be judged by if their text had not been learnt from, ascending. */
  copied: Uint32Array;
}

/**
 * Splits reviews into those to learn from and those to judge by. By time is the honest way, as a model meets only the
 * future; at random shows what the usual way would report.
 * @param dates of each review, in any unit; NaN, without a time, is the earliest
 * @param groupOf `Duplicates.groupOf` of their texts
 * @example splitReviews([1, 2, 3, 4], Uint32Array.of(0, 1, 2, 0), {by: "time", duplicates: "oneSide", testShare: 0.5, seed: 1}).value =>
 *   {train: [0, 1], test: [2], leftOut: 1, copied: [3]}
 */
export function splitReviews(
  dates: ArrayLike<number>,
  groupOf: Uint32Array,
  {by, duplicates, testShare = 0.2, seed}: SplitOptions
): Result<ReviewSplit> {
  if (!(testShare > 0 && testShare < 1))
    return fail("share", `The share to judge by must be between 0 and 1, not ${testShare}.`);
  const times = datedTimes(dates);
  const everyRow = Uint32Array.from(groupOf, (_, row) => row);
  const rows = duplicates === "first" ? firstRows(times, groupOf) : everyRow;
  const {train, test} =
    by === "time"
      ? laterRows(times, rows, testShare)
      : randomRows(rows, duplicates === "oneSide" ? groupOf : everyRow, testShare, seed);
  const learnt = new Set(Array.from(train, (row) => groupOf[row]));
  const isFresh = (row: number) => duplicates !== "oneSide" || !learnt.has(groupOf[row]);
  const fresh = test.filter(isFresh);
  if (!train.length || !fresh.length)
    return fail("few-texts", "Too few reviews with a text to learn from some and judge by others.");
  return ok({
    train: train.sort(),
    test: fresh.sort(),
    leftOut: groupOf.length - train.length - fresh.length,
    copied: test.filter((row) => !isFresh(row)).sort()
  });
}

function firstRows(times: ArrayLike<number>, groupOf: Uint32Array): Uint32Array {
  const first = new Map<number, number>();
  for (let row = 0; row < groupOf.length; row++) {
    const known = first.get(groupOf[row]);
    if (known === undefined || times[row] < times[known]) first.set(groupOf[row], row);
  }
  return Uint32Array.from(first.values()).sort();
}

function laterRows(times: ArrayLike<number>, rows: Uint32Array, testShare: number) {
  const {train, test} = timeSplit(
    Array.from(rows, (row) => times[row]),
    testShare
  );
  return {train: train.map((place) => rows[place]), test: test.map((place) => rows[place])};
}

/** Deals whole groups to the test side until it has its share of the rows. */
function randomRows(rows: Uint32Array, groupOf: Uint32Array, testShare: number, seed: number) {
  const members = new Map<number, number[]>();
  for (const row of rows) {
    const own = members.get(groupOf[row]);
    if (own) own.push(row);
    else members.set(groupOf[row], [row]);
  }
  const groups = [...members.values()];
  const order = shuffle(
    Uint32Array.from(groups, (_, group) => group),
    randomStream("reviews.split", seed)
  );
  const test: number[] = [];
  const train: number[] = [];
  for (const group of order) {
    const side = test.length < testShare * rows.length ? test : train;
    for (const row of groups[group]) side.push(row);
  }
  return {train: Uint32Array.from(train), test: Uint32Array.from(test)};
}
