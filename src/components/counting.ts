import {formatCount} from "../lib/format.js";

/** Says how many of something the rows of a chart stand for. @example counting("orders", "orders")([{orders: 2}, {orders: 1}]) => "3 orders" */
export const counting =
  <K extends string>(field: K, what: string) =>
  (rows: readonly Readonly<Record<K, number>>[]): string =>
    `${formatCount(rows.reduce((sum, row) => sum + row[field], 0))} ${what}`;
