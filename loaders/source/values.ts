import type {Column, Kind} from "./tables.js";
import type {RefusalCode} from "./refusal.js";
import {formatCount} from "../../lib/format.js";
import {states} from "../../lib/marts/regions.js";
import {literal} from "./sql.js";

/** How the days of a column are written: year first, or day or month first as spreadsheets do. */
export type DayOrder = "iso" | "day-month-year" | "month-day-year";

const isoTime = "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?)?";
export const spreadsheetTime =
  "[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}( [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?( ?[AaPp][Mm])?)?";

const matches = (value: string, pattern: string) => `regexp_full_match(${value}, ${literal(pattern)})`;
const point = (value: string) => `replace(${value}, ',', '.')`;

/** SQL of a spreadsheet's date, rewritten with the year first; with AM or PM it is read by pattern. */
function spreadsheet(value: string, order: DayOrder): string {
  const yearFirst = order === "day-month-year" ? "\\3-\\2-\\1\\4" : "\\3-\\1-\\2\\4";
  const iso = `regexp_replace(${value}, '^([0-9]+)[-/.]([0-9]+)[-/.]([0-9]+)(.*)$', '${yearFirst}')`;
  const halfDay = `regexp_replace(${iso}, ' ?([AaPp][Mm])$', ' \\1')`;
  const patterns = "['%Y-%m-%d %I:%M:%S %p', '%Y-%m-%d %I:%M %p']";
  return `CASE WHEN NOT ${matches(value, spreadsheetTime)} THEN NULL
    WHEN upper(${value}) LIKE '%M' THEN try_strptime(${halfDay}, ${patterns}) ELSE try_cast(${iso} AS TIMESTAMP) END`;
}

function time(value: string, order: DayOrder): string {
  const iso = `if(${matches(value, isoTime)}, try_cast(${value} AS TIMESTAMP), NULL)`;
  return order === "iso" ? iso : `coalesce(${iso}, ${spreadsheet(value, order)})`;
}

/** SQL of a trimmed cell in its type, NULL where its form is wrong; bounds are not looked at. */
export function formed({kind}: Column, value: string, order: DayOrder): string {
  switch (kind.is) {
    case "id":
      return `if(${matches(value, "[0-9]([.,][0-9]+)?E[+][0-9]+")}, NULL, ${value})`;
    case "text":
    case "category":
      return value;
    case "zip":
      return `if(${matches(value, "[0-9]{1,5}([.]0)?")}, lpad(split_part(${value}, '.', 1), 5, '0'), NULL)`;
    case "state":
      return `upper(${value})`;
    case "choice":
      return `lower(${value})`;
    case "time":
      return time(value, order);
    case "money":
      return `if(${matches(value, "-?[0-9]{1,12}([.,][0-9]{1,2}0*)?")},
        CAST(try_cast(${point(value)} AS DECIMAL(18, 2)) * 100 AS BIGINT), NULL)`;
    case "integer":
      return `if(${matches(value, "-?[0-9]{1,12}([.,]0+)?")}, try_cast(${point(value)} AS BIGINT), NULL)`;
    case "degrees":
      return `try_cast(${point(value)} AS DOUBLE)`;
  }
}

/** The largest amount of money in one cell, in cents: ten million reais. */
const mostCents = 1_000_000_000;

/** Not IN: DuckDB makes a join of a long one, and a join does not keep the order of the records. */
const oneOf = (value: string, values: readonly string[]) =>
  `list_contains([${values.map(literal).join(", ")}], ${value})`;

function within(kind: Kind, value: string): string {
  switch (kind.is) {
    case "id":
    case "text":
    case "category":
    case "zip":
      return "true";
    case "state":
      return oneOf(value, states);
    case "choice":
      return oneOf(value, kind.values);
    case "time":
      return `${value} >= TIMESTAMP '2000-01-01' AND ${value} < TIMESTAMP '2101-01-01'`;
    case "money":
      return `${value} BETWEEN 0 AND ${mostCents}`;
    case "integer":
    case "degrees":
      return `${value} BETWEEN ${kind.least} AND ${kind.most}`;
  }
}

/** SQL of a raw cell, without surrounding blanks except in free text; NULL where it is empty. */
export const raw = (column: Column, cell: string) =>
  column.kind.is === "text" ? cell : `nullif(trim(${cell}), '')`;

/** SQL of a well-formed value in its staged type, NULL where it is out of bounds. */
export function bounded({kind}: Column, value: string): string {
  const bound = within(kind, value);
  const type = kind.is === "money" || kind.is === "integer" ? "INTEGER" : undefined;
  const checked = bound === "true" ? value : `if(${bound}, ${value}, NULL)`;
  return type ? `CAST(${checked} AS ${type})` : checked;
}

const formCodes: Record<Kind["is"], RefusalCode> = {
  id: "bad-id",
  text: "unknown-value",
  category: "unknown-value",
  zip: "bad-zip",
  state: "unknown-value",
  choice: "unknown-value",
  time: "bad-time",
  money: "bad-money",
  integer: "bad-integer",
  degrees: "bad-degrees"
};

/** SQL of the code of a wrong cell: empty, malformed, or out of bounds. */
export function wrongness(column: Column, cell: string, order: DayOrder): string {
  const {is} = column.kind;
  const beyond = is === "state" || is === "choice" ? "unknown-value" : "out-of-range";
  const value = raw(column, cell);
  return `CASE WHEN ${value} IS NULL THEN 'empty-value'
    WHEN ${formed(column, value, order)} IS NULL THEN ${literal(formCodes[is])}
    ELSE ${literal(beyond)} END`;
}

/** What a cell should hold, for a sentence. */
export function expected(kind: Kind): string {
  switch (kind.is) {
    case "id":
      return "an id";
    case "text":
    case "category":
      return "a text";
    case "zip":
      return "a zip prefix of five digits";
    case "state":
      return "one of the 27 states such as SP";
    case "choice":
      return `one of ${kind.values.join(", ")}`;
    case "time":
      return "a date and time between 2000 and 2100 such as 2017-10-02 10:56:33";
    case "money":
      return "an amount such as 58.90, from 0 to ten million and with at most two decimals,";
    case "integer":
      return `a whole number from ${formatCount(kind.least)} to ${formatCount(kind.most)}`;
    case "degrees":
      return `a number of degrees from ${kind.least} to ${kind.most}`;
  }
}
