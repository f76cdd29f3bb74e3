import type {Purchases} from "./purchases.js";
import {periodOf, periodsOf} from "./periods.js";

/** Customers who were watched for a while, and how many of them still came back from a month on. */
export interface LaterOrders {
  /** By month since the first order: customers with an order in that month or any later one; all of them at 0. */
  survivors: number[];
}

/**
 * Who orders in a month or any later one, among the customers that could be watched for so many whole calendar months.
 * A shop without contracts does not see anybody leave: whoever has not ordered by the end of the data counts as gone,
 * and some of them will come back.
 * @param end the day on which the data end; orders on it or later do not count
 * @example laterOrders(purchases, startsOf(purchases.person), {end, months: 2}).survivors => [100, 7, 4]
 */
export function laterOrders(
  {day}: Pick<Purchases, "day">,
  starts: Int32Array,
  {end, months}: {end: number; months: number}
): LaterOrders {
  const periods = periodsOf(day, "month");
  const now = periodOf(end, "month");
  const survivors = new Array<number>(months + 1).fill(0);
  for (let i = 0; i + 1 < starts.length; i++) {
    const first = periods[starts[i]];
    if (first + months >= now) continue;
    let row = starts[i + 1] - 1;
    while (day[row] >= end) row--;
    const last = periods[row] - first;
    for (let age = 0; age <= Math.min(last, months); age++) survivors[age]++;
  }
  return {survivors};
}
