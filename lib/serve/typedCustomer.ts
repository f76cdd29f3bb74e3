import {dsvFormat} from "d3";
import {preambleOf, withoutEndMark} from "../reading/delimited.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Customer} from "./calls.js";
import type {CustomerField} from "./field.js";

const decimalComma = /^[+-]?\d+,\d+$/;

/**
 * What stands in a cell of a file as a field's value: an empty cell (or NaN) is null, what is no number
 * stays a text.
 * @example cellValue({name: "frequency", kind: "integer", used: true}, " 2 ") => 2
 */
export function cellValue(field: Pick<CustomerField, "kind">, cell: string, separator = ","): unknown {
  const text = cell.trim();
  if (text === "") return null;
  if (field.kind === "category") return text;
  if (/^nan$/i.test(text)) return null;
  if (field.kind === "flag" && /^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  const number = Number(separator === ";" && decimalComma.test(text) ? text.replace(",", ".") : text);
  return Number.isFinite(number) ? number : text;
}

/** A table as text: its separator, header and rows. */
export interface CustomerTable {
  separator: string;
  header: string[];
  rows: string[][];
}

/**
 * A delimited text with a header as rows of cells. Fails where there is no row.
 * @example customerTable("frequency\n2").value.rows => [["2"]]
 */
export function customerTable(text: string): Result<CustomerTable> {
  const body = withoutEndMark(text.replace(/^\uFEFF/, ""));
  const {delimiter, skip} = preambleOf(body);
  const [header = [], ...rows] = dsvFormat(delimiter)
    .parseRows(body.slice(skip))
    .filter((row) => row.length > 1 || row[0].trim() !== "");
  if (rows.length === 0)
    return fail(
      "empty",
      "There is no row: give a line with the names of the fields, and a line for each customer."
    );
  return ok({separator: delimiter, header: header.map((name) => name.trim()), rows});
}

/**
 * A customer that somebody typed or pasted: a JSON object, or a header and one row of values with separators.
 * @example typedCustomer("frequency,recency_days\n2,", fields).value => {frequency: 2, recency_days: null}
 */
export function typedCustomer(text: string, fields: readonly CustomerField[]): Result<Customer> {
  if (/^\s*[{[]/.test(text)) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return fail("json", `The text is no JSON: ${(error as Error).message}.`);
    }
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? ok(value as Customer)
      : fail("json", "One customer is asked for: a JSON object, not a list. Drop a CSV below for many.");
  }
  const table = customerTable(text);
  if (!table.ok) return table;
  const {header, rows, separator} = table.value;
  if (rows.length > 1)
    return fail(
      "rows",
      `One customer is asked for, and there are ${rows.length} rows: drop them below as a CSV.`
    );
  const kinds = new Map(fields.map((field) => [field.name, field]));
  return ok(
    Object.fromEntries(
      header.map((name, i) => [
        name,
        cellValue(kinds.get(name) ?? {kind: "category"}, rows[0][i] ?? "", separator)
      ])
    )
  );
}
