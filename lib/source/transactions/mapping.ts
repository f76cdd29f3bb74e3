import type {Result} from "../../result.js";
import type {Told} from "../tables.js";
import type {Field} from "./fields.js";
import type {Shop} from "../../shop.js";
import {fail, ok} from "../../result.js";
import {readShop} from "../../shop.js";
import {tidyName} from "../header.js";
import {quoted} from "../refusal.js";
import {fieldNames, fields, neededFields} from "./fields.js";

/** Which column of a table of transactions says what: kept as a file, it can be used again and shared. */
export interface Mapping extends Told {
  format: "vitrine-mapping";
  /** The header of the column of each field. */
  columns: Partial<Record<Field, string>>;
  /** Whether amounts are prices of one, to be multiplied by the quantity. */
  perUnit?: boolean;
  /** Whose table it is: its currency and what its places are. */
  shop?: Shop;
}

const unitPrices = ["price", "unitprice", "unit_price", "lineitem_price", "item_cost"];

/**
 * Which column says what, by the names of shop systems and data sets.
 * @example guessMapping(["Invoice", "Customer ID", "InvoiceDate", "Price", "Quantity"]).columns.order => "Invoice"
 */
export function guessMapping(header: readonly string[]): Mapping {
  const columns: Mapping["columns"] = {};
  const free = new Map(header.map((name) => [tidyName(name), name]));
  for (const field of fieldNames) {
    const name = fields[field].names.find((candidate) => free.has(candidate));
    if (name === undefined) continue;
    columns[field] = free.get(name);
    free.delete(name);
  }
  const perUnit = columns.quantity !== undefined && unitPrices.includes(tidyName(columns.amount ?? ""));
  return {format: "vitrine-mapping", columns, ...(perUnit ? {perUnit} : {})};
}

/** What a mapping lacks to be used, as a sentence; undefined where it lacks nothing. */
export function mappingProblem({columns}: Mapping, header: readonly string[]): string | undefined {
  const had = header.map(tidyName);
  const lost = Object.values(columns).find((name) => !had.includes(tidyName(name)));
  if (lost !== undefined) return `The table has no column ${quoted(lost)}: choose another.`;
  const lacking = neededFields.filter((field) => !columns[field]);
  return lacking.length === 0
    ? undefined
    : `Say which column is ${lacking.map((field) => `the ${fields[field].label.toLowerCase()}`).join(", and which ")}.`;
}

const isText = (value: unknown): value is string => typeof value === "string";

/** A mapping from the text of its file. @example readMapping("{}").ok => false */
export function readMapping(text: string): Result<Mapping> {
  const wrong = fail<Mapping>(
    "bad-mapping",
    "The mapping is not one that this site saved: map the columns anew and save it."
  );
  try {
    const value = JSON.parse(text) as Partial<Mapping> | null;
    if (value?.format !== "vitrine-mapping" || typeof value.columns !== "object") return wrong;
    const entries = Object.entries(value.columns).filter(([, name]) => name !== undefined);
    if (!entries.every(([field, name]) => field in fields && isText(name))) return wrong;
    const {shop, problem} = readShop(value.shop);
    if (problem !== undefined) return fail("bad-mapping", problem);
    return ok({
      format: "vitrine-mapping",
      columns: Object.fromEntries(entries),
      ...(value.perUnit === true ? {perUnit: true} : {}),
      ...(value.decimal === "." || value.decimal === "," ? {decimal: value.decimal} : {}),
      ...(value.order === "day-month-year" || value.order === "month-day-year" ? {order: value.order} : {}),
      ...(Object.keys(shop).length > 0 ? {shop} : {})
    });
  } catch {
    return wrong;
  }
}
