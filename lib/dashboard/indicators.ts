import type {DailyRow, RepeatOrderRow, Selection} from "./cube.js";
import {addMonths, select} from "./cube.js";
import {people} from "./people.js";

export interface Indicators {
  /** Sum of item prices of delivered orders, cents. */
  revenue: number;
  orders: number;
  deliveredOrders: number;
  /** Distinct people with a delivered order. */
  customers: number;
  repeaters: number;
  /** Revenue per person with a delivered order, cents; null without one. */
  revenuePerCustomer: number | null;
  /** Share of these people with two or more delivered orders. */
  repeatRate: number | null;
  /** Share of delivered orders with a date that came after the promised calendar day. */
  lateShare: number | null;
  /** Delivered orders with a delivery date. */
  dated: number;
  /** Mean score of the reviews of these orders, 1 to 5. */
  reviewScore: number | null;
  reviews: number;
}

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** The headline figures of a selection. Shares and means are null where nothing is counted. */
export function indicators(
  daily: readonly DailyRow[],
  repeatOrders: readonly RepeatOrderRow[],
  selection: Selection
): Indicators {
  const sum = {revenue: 0, orders: 0, deliveredOrders: 0, dated: 0, late: 0, reviews: 0, scores: 0};
  for (const row of select(daily, selection)) {
    sum.orders += row.orders;
    sum.reviews += row.reviews;
    sum.scores += row.score_sum;
    if (row.status !== "delivered") continue;
    sum.deliveredOrders += row.orders;
    sum.revenue += row.price_cents;
    sum.dated += row.delivered;
    sum.late += row.late;
  }
  const {customers, repeaters} = people(daily, repeatOrders, selection);
  return {
    revenue: sum.revenue,
    orders: sum.orders,
    deliveredOrders: sum.deliveredOrders,
    customers,
    repeaters,
    revenuePerCustomer: ratio(sum.revenue, customers),
    repeatRate: ratio(repeaters, customers),
    lateShare: ratio(sum.late, sum.dated),
    dated: sum.dated,
    reviewScore: ratio(sum.scores, sum.reviews),
    reviews: sum.reviews
  };
}

/** The months of a selection, oldest first, each as a selection of its own. */
export function months({from, until, state}: Selection): Selection[] {
  const result: Selection[] = [];
  for (let start = from; start < until; start = addMonths(start, 1))
    result.push({from: start, until: addMonths(start, 1), state});
  return result;
}

/**
 * The last three months of a selection with deliveries, and the same three a year before:
 * what a year-on-year change compares. Null where the year before has no delivered order in each of its months.
 */
export function yearOnYear(
  daily: readonly DailyRow[],
  selection: Selection
): {now: Selection; before: Selection} | null {
  const first = ({from}: Selection) => from;
  const sold = (month: Selection) => select(daily, month).some(({status}) => status === "delivered");
  const last = months(selection).filter(sold).at(-1);
  if (!last) return null;
  const now = {...last, from: addMonths(first(last), -2)};
  const before = {...now, from: addMonths(now.from, -12), until: addMonths(now.until, -12)};
  return now.from >= selection.from && months(before).every(sold) ? {now, before} : null;
}
