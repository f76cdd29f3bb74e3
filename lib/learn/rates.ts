import {fail, ok} from "../result.js";
import type {Result} from "../result.js";
import type {LearningTable} from "./prepare.js";
import type {TimeSplit} from "./timeSplit.js";
import {timeSplit} from "./timeSplit.js";

/** How often the outcome came about among rows. */
export interface Rate {
  rows: number;
  positives: number;
  /** `null` without rows. */
  rate: number | null;
}

/** The rate of one calendar month. */
export interface MonthRate extends Rate {
  month: Date;
}

/** The rate of the given rows. @example rateOf(Uint8Array.of(0, 1), [1]) => {rows: 1, positives: 1, rate: 1} */
export function rateOf(labels: Uint8Array, rows: ArrayLike<number>): Rate {
  let positives = 0;
  for (let index = 0; index < rows.length; index++) positives += labels[rows[index]];
  return {rows: rows.length, positives, rate: rows.length ? positives / rows.length : null};
}

/** Rates by calendar month (UTC) in order of time; months without rows are left out. */
export function ratesByMonth({times, labels}: Pick<LearningTable, "times" | "labels">): MonthRate[] {
  const rowsOf = new Map<number, number[]>();
  times.forEach((time, row) => {
    const date = new Date(time);
    const month = Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
    const rows = rowsOf.get(month);
    if (rows) rows.push(row);
    else rowsOf.set(month, [row]);
  });
  return [...rowsOf]
    .sort(([a], [b]) => a - b)
    .map(([month, rows]) => ({month: new Date(month), ...rateOf(labels, rows)}));
}

/** Said where no order has both a promise and a delivery. */
export const noLatenessText =
  "These data have no orders with both a promised day and a delivery: nothing tells which were late.";

/** How the outcome's rate moves over time, and between what is learnt from and what is held out. */
export interface RatesOverTime extends ReturnType<typeof ratesBySplit> {
  rows: number;
  months: MonthRate[];
  /** When the held-out time begins. */
  boundary: Date;
}

/** The rates by month and by the parts of a split in time; fails, with a sentence, on a table without rows. */
export function ratesOverTime(
  table: LearningTable,
  {testShare, embargo}: {testShare: number; embargo: boolean}
): Result<RatesOverTime> {
  if (table.labels.length === 0) return fail("empty", noLatenessText);
  const split = timeSplit(table.times, testShare, embargo ? table.knownAt : undefined);
  return ok({
    ...ratesBySplit(table, split),
    rows: table.labels.length,
    months: ratesByMonth(table),
    boundary: new Date(split.boundary)
  });
}

/** The rates of all rows before the test period, of those among them that are learnt from, and of those held out. */
export const ratesBySplit = (
  {labels}: Pick<LearningTable, "labels">,
  {train, test, embargoed}: TimeSplit
) => ({
  before: rateOf(labels, [...train, ...embargoed]),
  train: rateOf(labels, train),
  test: rateOf(labels, test)
});
