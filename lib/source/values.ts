import type {DayOrder} from "../reading/dayField.js";
import type {Kind} from "./tables.js";
import type {RefusalCode} from "./refusal.js";
import {formatCount} from "../format.js";
import {states} from "../marts/regions.js";
import {isAbsent, isAbsentText} from "./absentSql.js";
import {timeValue} from "./daySql.js";
import {mostCents} from "./numberBounds.js";
import {isWhole} from "./numberSql.js";
import {quote} from "../sql/expressions.js";

/** The names of what a cell's value is made from: its text, its parts, their form, and the number that they are. */
interface Steps {
  text: string;
  parts: string;
  form: string;
  number: string;
}

const matches = (value: string, pattern: string) => `regexp_full_match(${value}, ${quote(pattern)})`;

/**
 * SQL of an amount in cents, of which a currency may stand beside, and no per cent sign: a price of one keeps the parts of a
 * cent, which count once it is multiplied.
 */
function cents({signed, perUnit}: Extract<Kind, {is: "money"}>, value: string, parts: string): string {
  const whole = signed || perUnit ? "" : ` AND ${isWhole(value, 100)}`;
  const amount = perUnit ? `${value} * 100` : `try_cast(round(${value} * 100) AS BIGINT)`;
  return `CASE WHEN ${parts}.percent = ''${whole} THEN ${amount} END`;
}

const bare = (value: string, parts: string) =>
  `CASE WHEN concat(${parts}.percent, ${parts}.before, ${parts}.after) = '' THEN ${value} END`;

/** SQL of a word in small letters, as the published files spell it, NULL where it is none. */
const choiceValue = (text: string) =>
  `CASE WHEN lower(${text}) = 'cancelled' THEN 'canceled'
    WHEN ${matches(text, "[A-Za-z][A-Za-z0-9_ -]{0,39}")} THEN lower(${text}) END`;

/** SQL of a filled cell in its type, NULL where its form is wrong; bounds are not looked at. */
export function formed(kind: Kind, {text, parts, form, number}: Steps, order: DayOrder): string {
  switch (kind.is) {
    case "id":
      return `if(${matches(text, "[0-9]([.,][0-9]+)?E[+][0-9]+")}, NULL, ${text})`;
    case "text":
    case "name":
    case "category":
      return text;
    case "zip":
      return `if(${matches(text, "[0-9]{1,5}([.]0)?")}, lpad(split_part(${text}, '.', 1), 5, '0'), NULL)`;
    case "state":
      return `upper(${text})`;
    case "choice":
      return choiceValue(text);
    case "time":
      return timeValue(parts, form, order);
    case "money":
      return cents(kind, number, parts);
    case "integer":
      return bare(`CASE WHEN ${isWhole(number)} THEN try_cast(round(${number}) AS BIGINT) END`, parts);
    case "degrees":
      return bare(number, parts);
  }
}

/** Not IN: DuckDB makes a join of a long one, and a join does not keep the order of the records. */
export const oneOf = (value: string, values: readonly string[]) =>
  `list_contains([${values.map(quote).join(", ")}], ${value})`;

function within(kind: Kind, value: string): string {
  switch (kind.is) {
    case "id":
    case "text":
    case "name":
    case "category":
    case "choice":
    case "zip":
      return "true";
    case "state":
      return oneOf(value, states);
    case "time":
      return `${value} >= TIMESTAMP '${kind.since ?? 2000}-01-01' AND ${value} < TIMESTAMP '2101-01-01'`;
    case "money":
      return `${value} BETWEEN ${kind.signed ? -mostCents : 0} AND ${mostCents}`;
    case "integer":
    case "degrees":
      return `${value} BETWEEN ${kind.least} AND ${kind.most}`;
  }
}

/** SQL of a cell's text, NULL where it stands for nothing: free text may say "-" and keeps blanks, as names do. */
export function filled({is}: Kind, cell: string, trimmed: string): string {
  if (is === "text") return `CASE WHEN ${isAbsentText(cell)} THEN NULL ELSE ${cell} END`;
  return `CASE WHEN ${isAbsent(trimmed)} THEN NULL ELSE ${is === "name" ? cell : trimmed} END`;
}

/** SQL of a well-formed value in its staged type, NULL where it is out of bounds. */
export function bounded(kind: Kind, value: string): string {
  const bound = within(kind, value);
  const isInteger = kind.is === "integer" || (kind.is === "money" && !kind.perUnit);
  const type = isInteger ? "INTEGER" : undefined;
  const checked = bound === "true" ? value : `if(${bound}, ${value}, NULL)`;
  return type ? `CAST(${checked} AS ${type})` : checked;
}

const formCodes: Record<Kind["is"], RefusalCode> = {
  id: "bad-id",
  text: "unknown-value",
  name: "unknown-value",
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
export function wrongness({is}: Kind, text: string, formed: string): string {
  const beyond = is === "state" || is === "choice" ? "unknown-value" : "out-of-range";
  return `CASE WHEN ${text} IS NULL THEN 'empty-value' WHEN ${formed} IS NULL THEN ${quote(formCodes[is])}
    ELSE ${quote(beyond)} END`;
}

/** What a cell should hold, for a sentence. */
export function expected(kind: Kind): string {
  switch (kind.is) {
    case "id":
      return "an id";
    case "text":
    case "name":
    case "category":
      return "a text";
    case "zip":
      return "a zip prefix of five digits";
    case "state":
      return "one of the 27 states such as SP";
    case "choice":
      return `one of ${kind.values.join(", ")} or another word`;
    case "time":
      return `a date and time between ${kind.since ?? 2000} and 2100 such as 2017-10-02 10:56:33`;
    case "money":
      return kind.signed
        ? "an amount such as 58.90, of at most ten million,"
        : "an amount such as 58.90, from 0 to ten million and with at most two decimals,";
    case "integer":
      return `a whole number from ${formatCount(kind.least)} to ${formatCount(kind.most)}`;
    case "degrees":
      return `a number of degrees from ${kind.least} to ${kind.most}`;
  }
}
