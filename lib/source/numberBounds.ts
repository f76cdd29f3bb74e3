import type {NumberBounds} from "../reading/numberColumn.js";
import type {Kind} from "./tables.js";

/** The largest amount of money in one cell, in cents: ten million reais. */
export const mostCents = 1_000_000_000;

/** A kind that is a number. */
export type NumericKind = Extract<Kind, {is: "money" | "integer" | "degrees"}>;

export const isNumeric = (kind: Kind): kind is NumericKind =>
  kind.is === "money" || kind.is === "integer" || kind.is === "degrees";

/** What a cell's number may be, money in reais: it can tell thousands from decimals. */
export function numberBounds(kind: NumericKind): NumberBounds {
  if (kind.is === "money") {
    const most = mostCents / 100;
    return {least: kind.signed ? -most : 0, most, ...(kind.perUnit ? {} : {decimals: 2})};
  }
  const {least, most} = kind;
  return kind.is === "integer" ? {least, most, decimals: 0} : {least, most};
}
