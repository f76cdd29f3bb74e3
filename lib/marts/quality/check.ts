import type {Dialect} from "../../dialect/dialect.js";
import {currencySign, decimalSign, groupSign} from "../../format.js";
/** One thing that may be wrong with the files: where to look, what fails, and what is done about it. */
export interface Check {
  /** What fails, as a noun phrase: "delivered order without a delivery date". */
  name: string;
  table: string;
  /** FROM clause that holds the rows looked at, or a whole query in parentheses that counts them. */
  of: string;
  /** A SELECT of (key, detail), a row per failing row; the key is an id, or an order_key. */
  failing: string;
  /** The key is an order_key, and the order's id is to be shown for it. */
  namesOrder?: boolean;
  /** What is done with what fails. */
  action: string;
  /** A SELECT of one text, `told`, put after the action: how far off a figure would be without it. */
  effect?: string;
}

/** A time as text, for a detail; "none" where there is none. */
export const shown = (time: string): string => `coalesce(cast(${time} as varchar), 'none')`;

/** A number with that many decimals as the site writes it, for a detail. */
export const formatted = (value: string, decimals: number, d: Dialect): string =>
  `translate(${d.fixed(value, decimals)}, ',.', '${groupSign}${decimalSign}')`;

/** Cents as an amount, for a detail. */
export const amount = (cents: string, d: Dialect): string =>
  `concat('${currencySign} ', ${formatted(`${cents} / 100.0e0`, 2, d)})`;

export const namingOrders = (check: Check): Check => ({...check, namesOrder: true});
