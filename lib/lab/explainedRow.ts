import {formatCount} from "../format.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {LabOutcome} from "./train.js";

/** What a column's known values lie between. */
export interface Bounds {
  low: number;
  high: number;
  /** Whether all are whole numbers. */
  whole: boolean;
}

/** A row as a model sees it. */
export interface ExplainedRow {
  /** Its index in the examples. */
  row: number;
  /** How many rows score lower; of equal scores the earlier row counts as lower. */
  below: number;
  values: Float32Array;
  /** By column: the share of known values below the row's own, half of its equals counted; NaN where it is missing. */
  percentiles: Float32Array;
}

/** All rows of the examples as a model sees them. */
export interface AllRows {
  values: readonly Float32Array[];
  /** Rows from the lowest to the highest score; of equal ones the earlier first. */
  order: Uint32Array;
}

/** Whose score is taken apart: a place from the highest or lowest score, or a key. */
export const pickings = ["highest", "lowest", "key"] as const;
export type Picking = (typeof pickings)[number];

/**
 * The row that a reader picks. All rows are worked out for it only where it is not at hand.
 * @returns a sentence where there is no such row
 */
export async function pickRow(
  {outcome, listed, all}: {outcome: LabOutcome; listed: readonly ExplainedRow[]; all: () => Promise<AllRows>},
  by: Picking,
  nth: number,
  noun: string
): Promise<Result<ExplainedRow>> {
  const {keys} = outcome.data.examples;
  const at = by === "key" ? keys.indexOf(nth) : -1;
  if (by === "key" && at < 0)
    return fail(
      "key",
      `There is no ${noun} with the key ${formatCount(nth)} in this question: choose another.`
    );
  if (by !== "key" && (nth < 1 || nth > keys.length))
    return fail("rank", `There are ${formatCount(keys.length)} ${noun}s: choose a number from 1 to that.`);
  const below = by === "highest" ? keys.length - nth : nth - 1;
  const known = listed.find((one) => (by === "key" ? one.row === at : one.below === below));
  if (known) return ok(known);
  const rows = await all();
  return ok(explainedRow(rows, by === "key" ? rows.order.indexOf(at) : below));
}

/** The row with so many others below it. */
export function explainedRow({values, order}: AllRows, below: number): ExplainedRow {
  const row = order[below];
  return {
    ...{row, below},
    values: Float32Array.from(values, (column) => column[row]),
    percentiles: Float32Array.from(values, (column) => shareBelow(column, column[row]) ?? NaN)
  };
}

/**
 * Which share of the known values lies below a value, half of its equals counted; null where it is missing.
 * @example shareBelow(Float32Array.of(1, 2, 2, 3, NaN), 2) => 0.5
 */
export function shareBelow(values: Float32Array, value: number): number | null {
  let known = 0;
  let below = 0;
  for (const other of values) {
    if (Number.isNaN(other)) continue;
    known++;
    if (other < value) below++;
    else if (other === value) below += 0.5;
  }
  return known && !Number.isNaN(value) ? below / known : null;
}

/** What the known values lie between; null where none is known. @example boundsOf(Float32Array.of(1, NaN, 3)) => {low: 1, high: 3, whole: true} */
export function boundsOf(values: Float32Array): Bounds | null {
  let [low, high, whole] = [Infinity, -Infinity, true];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
    whole &&= Number.isInteger(value);
  }
  return low <= high ? {low, high, whole} : null;
}
