import type {Selection} from "./cube.js";
import {select} from "./cube.js";

/** A row of `monthly_categories`: delivered order lines of a month, state and category. */
export interface CategoryRow {
  month: Date;
  state: string;
  category: string;
  items: number;
  price_cents: number;
}

/** A row of `price_bands`, or with a month of `monthly_price_bands`: delivered order lines by the lower bound of price in BRL. */
export interface BandRow {
  month?: Date;
  state: string;
  band: number;
  items: number;
  price_cents: number;
  freight_cents: number;
}

/** A row of `segment_sizes`: people of a state and segment at a month's end. */
export interface SegmentRow {
  cutoff: Date;
  state: string;
  segment: string;
  customers: number;
}

/** The sums of `fields` over the rows that share `key`. */
export function sumBy<K extends string, F extends string, T extends Record<K, unknown> & Record<F, number>>(
  rows: readonly T[],
  key: K,
  fields: readonly F[]
): (Pick<T, K> & Record<F, number>)[] {
  const groups = new Map<unknown, Record<string, unknown>>();
  for (const row of rows) {
    const group = groups.get(row[key]) ?? {[key]: row[key], ...Object.fromEntries(fields.map((f) => [f, 0]))};
    for (const field of fields) group[field] = (group[field] as number) + row[field];
    groups.set(row[key], group);
  }
  return [...groups.values()] as (Pick<T, K> & Record<F, number>)[];
}

/** Revenue and lines per category in a selection, the largest revenue first. */
export const categories = (rows: readonly CategoryRow[], selection: Selection) =>
  sumBy(select(rows, selection), "category", ["items", "price_cents"]).sort(
    (a, b) => b.price_cents - a.price_cents
  );

/**
 * Lines, prices and freight per price band in a selection, the cheapest band first.
 * @param rows with months, or without them where the selection holds all there are
 */
export const bands = (rows: readonly BandRow[], {from, until, state}: Selection) =>
  sumBy(
    rows.filter(
      (row) =>
        (state === null || row.state === state) &&
        (row.month === undefined || (row.month >= from && row.month < until))
    ),
    "band",
    ["items", "price_cents", "freight_cents"]
  ).sort((a, b) => a.band - b.band);

/** People per segment, at the last month's end that the selection has reached. */
export function segmentsAt(
  rows: readonly SegmentRow[],
  {until, state}: Selection
): {cutoff: Date; segments: {segment: string; customers: number}[]} | null {
  const reached = rows.filter(({cutoff}) => cutoff <= until);
  const last = Math.max(...new Set(reached.map(({cutoff}) => +cutoff)));
  if (!Number.isFinite(last)) return null;
  const there = reached.filter((row) => +row.cutoff === last && (state === null || row.state === state));
  return {cutoff: new Date(last), segments: sumBy(there, "segment", ["customers"])};
}
