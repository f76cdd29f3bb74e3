import type {Csr} from "./csr.js";
import {csr} from "./csr.js";

/** What was bought, a row for each item of an order; rows in any order. Codes count from 0. */
export interface PurchaseColumns {
  person: Int32Array;
  /** Product, seller or category: what is to be recommended. */
  item: Int32Array;
  /** Days since 1 January 1970. */
  day: Int32Array;
  order: Int32Array;
}

/** Every row's number. @example allRows({person: Int32Array.of(4, 4), ...}) => [0, 1] */
export const allRows = ({person}: PurchaseColumns): Uint32Array => Uint32Array.from(person, (_, row) => row);

/**
 * Which items each order holds: a matrix of 1s, orders by items. An order without a row among `rows` is empty.
 * @param rows those that count, all by default
 * @example baskets({person, item: Int32Array.of(2, 2), day, order: Int32Array.of(0, 0)}, 3).indices => [2]
 */
export function baskets(columns: PurchaseColumns, items: number, rows = allRows(columns)): Csr {
  const order = Int32Array.from(rows, (row) => columns.order[row]);
  const item = Int32Array.from(rows, (row) => columns.item[row]);
  const found = csr(order.reduce((most, code) => Math.max(most, code), -1) + 1, items, order, item);
  found.values.fill(1);
  return found;
}
