import {quantile} from "../metrics/quantile.js";
import type {BasketLines} from "./basketLines.js";

/** What was bought in the year before a day. */
export interface YearBought {
  /** First day of the year. */
  from: number;
  orders: number;
  /** Cents, without freight. */
  revenue: number;
  /** Median price of a piece, in cents. */
  price: number;
}

/**
 * Orders and revenue of the 365 days before a day; null without any.
 * @param end days since 1 January 1970, not included
 * @example yearOf(lines, dayOf(cutoff))?.orders => 73450
 */
export function yearOf({day, order, price, pieces}: BasketLines, end: number): YearBought | null {
  const from = end - 365;
  const orders = new Set<number>();
  const prices: number[] = [];
  let revenue = 0;
  day.forEach((when, row) => {
    if (when < from || when >= end) return;
    orders.add(order.codes[row]);
    revenue += price[row];
    for (let i = 0; i < pieces[row]; i++) prices.push(price[row] / pieces[row]);
  });
  if (orders.size === 0) return null;
  return {from, orders: orders.size, revenue, price: quantile(Float64Array.from(prices).sort(), 0.5)};
}
