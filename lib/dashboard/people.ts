import type {DailyRow, RepeatOrderRow, Selection} from "./cube.js";
import {select} from "./cube.js";

export interface People {
  /** Distinct people with a delivered order in the selection. */
  customers: number;
  /** Those of them with two or more. */
  repeaters: number;
}

/**
 * How many people bought, and how many more than once, in any period and state, from two small tables.
 * A person counts once, so of each returning person's orders in the selection all but one are taken off
 * the count of orders. Exact, not an estimate.
 *
 * @param daily the cube; its delivered orders are counted
 * @param repeatOrders every order of the people with at least two
 */
export function people(
  daily: readonly DailyRow[],
  repeatOrders: readonly RepeatOrderRow[],
  selection: Selection
): People {
  let customers = 0;
  for (const {status, orders} of select(daily, selection)) if (status === "delivered") customers += orders;
  const bought = new Map<number, number>();
  for (const {status, customer_key} of select(repeatOrders, selection))
    if (status === "delivered") bought.set(customer_key, (bought.get(customer_key) ?? 0) + 1);
  let repeaters = 0;
  for (const orders of bought.values()) {
    customers -= orders - 1;
    if (orders > 1) repeaters++;
  }
  return {customers, repeaters};
}
