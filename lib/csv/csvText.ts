import type {CsvForm} from "./csvForm.js";
import {plainCsv} from "./csvForm.js";
import {exportedName, exportedValue, isMoney} from "./money.js";

/** A character that makes a spreadsheet read a cell as a formula, unless the cell is a plain number. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/**
 * Text that a spreadsheet cannot take for a formula: a leading `=`, `+`, `-`, `@`, tab or carriage return gets an
 * apostrophe before it, as do line feeds and the full-width forms of these; plain numbers such as `-12.5` stay as they are.
 * Source: OWASP, "CSV Injection".
 * @example defuse("=1+1") => "'=1+1"
 */
export const defuse = (text: string): string =>
  formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;

const dateText = (date: Date): string => {
  if (!Number.isFinite(date.getTime())) return "";
  const [day, time] = date.toISOString().slice(0, 19).split("T");
  return time === "00:00:00" ? day : `${day} ${time}`;
};

/** Text made of digits and their marks alone, or of a month and digits: what a spreadsheet would turn into something else. */
const numeric = /^(?=.*\d)[\d\s.,:;/%()+-]+$|^[+-]?\d[\d.,]*e[+-]?\d+$/i;
const monthName = /^(\d{1,4}[\s./-]*)?\p{L}{3,9}[\s./-]*\d{1,4}$|^\d{1,4}[\s./-]*\p{L}{3,9}$/u;
const isoDay = /^\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d)?)?$/;
const clock = /^\d{1,2}(:\d\d)?\s?[ap]m?$/i;

const wouldChange = (text: string) =>
  (numeric.test(text) || monthName.test(text) || clock.test(text)) && !isoDay.test(text);

/** More digits than a spreadsheet keeps of a number. */
const tooLong = /^-?\d{16,}$/;

/** Digits as a formula whose value is that very text: it holds no quote, nor anything else that a formula could do. */
const asText = (digits: string) => `="${digits}"`;

const textCell = (text: string, {keepText}: CsvForm) =>
  keepText && wouldChange(text) ? asText(text) : defuse(text);

function numberCell(value: number, name: string, {decimal}: CsvForm): string {
  if (!Number.isFinite(value)) return "";
  return (isMoney(name) ? (Math.round(100 * value) / 100).toFixed(2) : String(value)).replace(".", decimal);
}

function plain(value: unknown, name: string, form: CsvForm): string {
  if (value == null) return "";
  if (typeof value === "string") return textCell(value, form);
  if (typeof value === "number") return numberCell(value, name, form);
  if (value instanceof Date) return dateText(value);
  if (typeof value === "boolean") return String(value);
  if (typeof value === "bigint")
    return form.keepText && tooLong.test(String(value)) ? asText(String(value)) : String(value);
  return defuse(JSON.stringify(value) ?? "");
}

const special = {",": /[",\r\n]/, ";": /[";\r\n]/};

const quoted = (text: string, empty: boolean, {separator}: CsvForm) =>
  special[separator].test(text) || empty ? `"${text.replaceAll('"', '""')}"` : text;

/** Every name that a row carries, in the order of first sight. */
export const columnNames = (rows: Iterable<object>): string[] => {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  return [...names];
};

/**
 * Rows as separated values: what a reader takes home from a chart or a table.
 * RFC 4180: CRLF line ends, fields with quote, separator or line break in quotes, quotes doubled. Missing values (null,
 * undefined, NaN, infinities) are empty fields, the empty string is `""`, dates are `2017-11-24` or
 * `2017-11-24 10:56:00` (UTC fields, as in the shop's own files), which Excel reads in every language. Columns of cents
 * go as currency with two decimals, and say so in their name. Text and names are defused against formulas.
 * @param rows one object a row
 * @param columns names and order; without it, every name that a row carries
 * @param form commas and points without it
 * @example csvText([{state: "SP", price_cents: 41746}]) => "state,price_brl\r\nSP,417.46\r\n"
 */
export function csvText(
  rows: readonly object[],
  columns: readonly string[] = columnNames(rows),
  form: CsvForm = plainCsv
): string {
  const names = columns.map(exportedName);
  const head = names.map((name) => quoted(textCell(name, form), name === "", form));
  const lines = [head.join(form.separator)];
  for (const row of rows) {
    const fields = columns.map((column, c) => {
      const value = exportedValue(column, (row as Record<string, unknown>)[column]);
      return quoted(plain(value, names[c], form), value === "", form);
    });
    // A single empty field would be an empty line, which readers skip.
    lines.push(fields.length === 1 && fields[0] === "" ? '""' : fields.join(form.separator));
  }
  return `${form.mark}${lines.join("\r\n")}\r\n`;
}
