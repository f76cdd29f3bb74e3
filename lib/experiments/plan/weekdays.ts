import {midnightOf, millisecondsPerDay} from "../../days.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";

/** Orders of a day, as the mart `daily` has them. */
export interface DayOrders {
  day: Date;
  orders: number;
  price_cents: number;
}

/** What an ordinary week looks like. */
export interface Week {
  /** Orders a day. */
  perDay: number;
  /** Orders by weekday, Sunday first. */
  orders: number[];
  /** Mean order value by weekday, in cents. */
  orderValue: number[];
  /** Days counted: whole weeks. */
  days: number;
}

/**
 * The shop's ordinary week: of at most the last 52 whole weeks before a day, as many as there are.
 * @param cutoff ISO time; days before its date count
 * @example weekOf(await readMart("daily"), about.cutoff).value.days => 364
 */
export function weekOf(rows: readonly DayOrders[], cutoff: string): Result<Week> {
  const end = midnightOf(cutoff).getTime();
  const first = rows.reduce((least, {day}) => Math.min(least, +day), end);
  const weeks = Math.min(52, Math.floor((end - first) / (7 * millisecondsPerDay)));
  const start = end - weeks * 7 * millisecondsPerDay;
  const orders = new Array<number>(7).fill(0);
  const cents = new Array<number>(7).fill(0);
  for (const {day, orders: count, price_cents} of rows)
    if (+day >= start && +day < end) {
      orders[day.getUTCDay()] += count;
      cents[day.getUTCDay()] += price_cents;
    }
  if (orders.some((count) => count === 0))
    return fail("weekdays", "The data have no orders on some weekday, so that there is no ordinary week.");
  const total = orders.reduce((sum, count) => sum + count, 0);
  return ok({
    perDay: total / (7 * weeks),
    orders,
    orderValue: cents.map((value, day) => value / orders[day]),
    days: 7 * weeks
  });
}
