import {moneyColumn} from "../csv/money.js";
import {segments} from "../marts/segments.js";
import {quote} from "../sql/expressions.js";
import {repeatScore} from "../rfm/score.js";
import type {SegmentName} from "../rfm/segments.js";
import {segmentNames} from "../rfm/segments.js";

/** People who share recency score, frequency-then-spend score, number of orders and so both segments. */
export interface Cell {
  r: number;
  fm: number;
  /** Delivered orders; 4 stands for four and more. */
  orders: number;
  segment: SegmentName;
  repeat_segment: SegmentName;
  customers: number;
  monetary_cents: number;
  /** Sum of days since the last order. */
  recency_days: number;
}

/** Conditions on people, to stand after another: a state, and a query for the keys of a population. */
const among = (state: string, population: string): string =>
  `${state === "all" ? "" : `\n  and s.state = ${quote(state)}`}${
    population === "" ? "" : `\n  and s.customer_key in (\n${population}\n)`
  }`;

/**
 * One query that answers the segments page: RFM scores at a cutoff, people counted by score and segment.
 * Scores are those among all customers, also when only one state is looked at.
 * @param cutoff ISO day; orders before its midnight count
 * @param state two letters, or "all"
 * @param population a query for the keys of the people to count; empty for everybody
 */
export const cellsSql = (cutoff: string, state: string, population = ""): string => `with people as (
${segments.sql({cutoff: `${cutoff}T00:00:00`})}
)
select r, fm, least(frequency, 4) as orders, segment, repeat_segment, count(*) as customers,
  sum(monetary_cents) as monetary_cents, sum(recency_days) as recency_days
from people s
where true${among(state, population)}
group by r, fm, least(frequency, 4), segment, repeat_segment
order by r, fm, orders`;

/** The people of a segment, those who spent most first, with their ids. */
export const membersSql = (
  cutoff: string,
  state: string,
  segment: string,
  repeatOnly: boolean,
  population = ""
): string => `with people as (
${segments.sql({cutoff: `${cutoff}T00:00:00`})}
)
select i.customer_unique_id as customer, c.city, s.state, s.frequency as orders, s.monetary_cents / 100.0 as ${moneyColumn("spent")},
  s.recency_days, s.r, s.f, s.m, s.fm
from people s
join customers c on c.customer_key = s.customer_key
join customer_ids i on i.customer_key = s.customer_key
where ${repeatOnly ? "s.repeat_segment" : "s.segment"} = ${quote(segment)}${among(state, population)}
order by s.monetary_cents desc, s.customer_key`;

export interface SegmentTotal {
  segment: SegmentName;
  customers: number;
  monetary_cents: number;
  /** Mean spend, cents; mean days since the last order; mean orders: null without customers. */
  mean_spend_cents: number | null;
  meanRecency: number | null;
}

/** Customers, revenue and recency per segment, all eight, from the best to the lost. */
export function totals(cells: readonly Cell[], repeatOnly: boolean): SegmentTotal[] {
  return segmentNames.map((segment) => {
    const mine = cells.filter((cell) => (repeatOnly ? cell.repeat_segment : cell.segment) === segment);
    const sum = (field: "customers" | "monetary_cents" | "recency_days") =>
      mine.reduce((total, cell) => total + cell[field], 0);
    const customers = sum("customers");
    return {
      segment,
      customers,
      monetary_cents: sum("monetary_cents"),
      mean_spend_cents: customers > 0 ? sum("monetary_cents") / customers : null,
      meanRecency: customers > 0 ? sum("recency_days") / customers : null
    };
  });
}

/** Customers per cell of the 5 x 5 map. */
export function scoreCells(
  cells: readonly Cell[],
  repeatOnly: boolean
): {r: number; fm: number; customers: number}[] {
  const counts = new Map<string, {r: number; fm: number; customers: number}>();
  for (const {r, fm, orders, customers} of cells) {
    const column = repeatOnly ? repeatScore(orders) : fm;
    const key = `${r} ${column}`;
    const cell = counts.get(key) ?? {r, fm: column, customers: 0};
    cell.customers += customers;
    counts.set(key, cell);
  }
  return [...counts.values()];
}
