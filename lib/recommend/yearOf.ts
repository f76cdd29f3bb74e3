import type {BasketLines} from "./basketLines.js";

/** What was bought in the year before a day. */
export interface YearBought {
  /** First day of the year. */
  from: number;
  orders: number;
  /** Cents, without freight. */
  revenue: number;
  /** Mean price of a piece, in cents. */
  price: number;
  /** What orders hold beyond their dearest product, in cents: what cross-selling has brought at most. */
  beyond: number;
}

/**
 * Orders and revenue of the 365 days before a day; null without any.
 * @param end days since 1 January 1970, not included
 * @example yearOf(lines, dayOf(cutoff))?.orders => 73450
 */
export function yearOf({day, order, price, pieces}: BasketLines, end: number): YearBought | null {
  const from = end - 365;
  const dearest = new Map<number, number>();
  let [revenue, bought] = [0, 0];
  day.forEach((when, row) => {
    if (when < from || when >= end) return;
    const own = order.codes[row];
    dearest.set(own, Math.max(dearest.get(own) ?? 0, price[row]));
    revenue += price[row];
    bought += pieces[row];
  });
  if (bought === 0) return null;
  const first = [...dearest.values()].reduce((sum, value) => sum + value, 0);
  return {from, orders: dearest.size, revenue, price: revenue / bought, beyond: revenue - first};
}
