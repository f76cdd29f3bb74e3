import {untold} from "../untold.js";
import {dayOf} from "../days.js";

/** Texts or keys as codes into the ascending list of what they stand for. */
export interface Codes<T> {
  values: readonly T[];
  codes: Int32Array;
}

/** Products of orders in columns, by person and then by time. */
export interface BasketLines {
  /** Keys of the marts by code. */
  person: Codes<number>;
  order: Codes<number>;
  product: Codes<number>;
  seller: Codes<number>;
  category: Codes<string>;
  state: Codes<string>;
  city: Codes<string>;
  /** Days since 1 January 1970. */
  day: Int32Array;
  /** Cents, of all pieces. */
  price: Float64Array;
  pieces: Int32Array;
}

/**
 * Values as codes in ascending order of the values, so that which of two comes first does not hang on the other rows.
 * @example codesOf(["SP", "RJ", "SP"]) => {values: ["RJ", "SP"], codes: [1, 0, 1]}
 */
export function codesOf<T extends string | number>(rows: readonly T[]): Codes<T> {
  const values = [...new Set(rows)].sort((a, b) => (a < b ? -1 : 1));
  const codes = new Map(values.map((value, code) => [value, code]));
  return {values, codes: Int32Array.from(rows, (value) => codes.get(value) ?? -1)};
}

/** The rows of the mart `baskets` in columns. */
export const basketLinesOf = (columns: Readonly<Record<string, readonly unknown[]>>): BasketLines => ({
  person: codesOf(columns.customer_key as number[]),
  order: codesOf(columns.order_key as number[]),
  product: codesOf(columns.product_key as number[]),
  seller: codesOf(columns.seller_key as number[]),
  category: codesOf(columns.category as string[]),
  state: codesOf((columns.state as (string | null)[]).map((state) => state ?? untold)),
  city: codesOf(columns.city as string[]),
  day: Int32Array.from(columns.day as Date[], dayOf),
  price: Float64Array.from(columns.price_cents as number[]),
  pieces: Int32Array.from(columns.pieces as number[])
});
