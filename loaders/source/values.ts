import type {Column, Kind} from "./tables.js";
import type {RefusalCode} from "./refusal.js";
import {states} from "./tables.js";
import {literal} from "./sql.js";

/** How the days of a column are written: year first, or day or month first as spreadsheets do. */
export type DayOrder = "iso" | "day-month-year" | "month-day-year";

export const isoTime =
  "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?)?";
export const spreadsheetTime =
  "[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}( [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?( ?[AaPp][Mm])?)?";

const matches = (value: string, pattern: string) => `regexp_full_match(${value}, ${literal(pattern)})`;
const list = (values: readonly string[]) => `(${values.map(literal).join(", ")})`;
const point = (value: string) => `replace(${value}, ',', '.')`;

const clocks = ["", " %H:%M:%S", " %H:%M", " %I:%M:%S %p", " %I:%M %p"];

function spreadsheet(value: string, order: DayOrder): string {
  const day = order === "day-month-year" ? "%d/%m/%Y" : "%m/%d/%Y";
  const formats = clocks.map((clock) => literal(day + clock)).join(", ");
  return `try_strptime(replace(replace(${value}, '-', '/'), '.', '/'), [${formats}])`;
}

function time(value: string, order: DayOrder): string {
  const iso = `if(${matches(value, isoTime)}, try_cast(${value} AS TIMESTAMP), NULL)`;
  return order === "iso" ? iso : `coalesce(${iso}, ${spreadsheet(value, order)})`;
}

/** SQL of a cell in its type, NULL where its form is wrong; bounds are not looked at. */
function formed(kind: Kind, value: string, order: DayOrder): string {
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
      return `if(${matches(value, "-?[0-9]{1,3}([.,][0-9]+)?")}, try_cast(${point(value)} AS DOUBLE), NULL)`;
  }
}

/** The largest amount of money in one cell, in cents: ten million reais. */
const mostCents = 1_000_000_000;

function within(kind: Kind, value: string): string {
  switch (kind.is) {
    case "id":
    case "text":
    case "category":
    case "zip":
      return "true";
    case "state":
      return `${value} IN ${list(states)}`;
    case "choice":
      return `${value} IN ${list(kind.values)}`;
    case "time":
      return `${value} >= TIMESTAMP '2000-01-01' AND ${value} < TIMESTAMP '2101-01-01'`;
    case "money":
      return `${value} BETWEEN 0 AND ${mostCents}`;
    case "integer":
    case "degrees":
      return `${value} BETWEEN ${kind.least} AND ${kind.most}`;
  }
}

const types: Partial<Record<Kind["is"], string>> = {money: "INTEGER", integer: "INTEGER"};

/** SQL of a raw cell, without surrounding blanks except in free text; NULL where it is empty. */
export const raw = (column: Column, cell: string) =>
  column.kind.is === "text" ? cell : `nullif(trim(${cell}), '')`;

/** SQL of a cell in its staged type, NULL where it is empty or wrong. */
export function typed(column: Column, cell: string, order: DayOrder): string {
  const value = formed(column.kind, raw(column, cell), order);
  const bound = within(column.kind, value);
  const type = types[column.kind.is];
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
    WHEN ${formed(column.kind, value, order)} IS NULL THEN ${literal(formCodes[is])}
    ELSE ${literal(beyond)} END`;
}
