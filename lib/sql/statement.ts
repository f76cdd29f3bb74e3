import {fail, ok} from "../result.js";
import type {Result} from "../result.js";
import {tokens} from "./tokens.js";
import type {Token} from "./tokens.js";

const openings = [
  "select",
  "with",
  "from",
  "values",
  "describe",
  "desc",
  "show",
  "summarize",
  "pivot",
  "unpivot"
];

const zoned = [
  "now",
  "to_timestamp",
  "get_current_timestamp",
  "transaction_timestamp",
  "make_timestamptz",
  "timezone",
  "timezone_hour",
  "timezone_minute"
];

/** Whether a query works with zoned times: without the icu extension some of their functions take the engine down. */
const isZoned = (found: readonly Token[]): boolean =>
  found.some(({kind, text}, i) => {
    const [word, next] = [text.toLowerCase(), found[i + 1]?.text.toLowerCase()];
    if (kind !== "name") return false;
    if (["timestamptz", "current_timestamp"].includes(word)) return true;
    return (zoned.includes(word) && next === "(") || (word === "time" && next === "zone");
  });

/**
 * The text of one query without the semicolon at its end; fails for an empty text, for several statements, for a
 * statement that is no query, and for one that works with times of a time zone.
 * @example statement("select 1;") => {ok: true, value: "select 1"}
 */
export function statement(sql: string): Result<string> {
  const found = tokens(sql);
  const end = found.findIndex(({kind, text}) => kind === "symbol" && text === ";");
  const first = found.find(({text}) => text !== "(");
  if (!first || end === 0)
    return fail("empty-query", "There is no query: write one that starts with SELECT, WITH or FROM.");
  if (end >= 0 && found.slice(end).some(({text}) => text !== ";"))
    return fail(
      "several-statements",
      "There is more than one statement: write one query, with no semicolon inside."
    );
  if (first.kind !== "name" || !openings.includes(first.text.toLowerCase()))
    return fail(
      "no-query",
      `A query starts with SELECT, WITH, FROM, VALUES, DESCRIBE, SHOW, SUMMARIZE, PIVOT or UNPIVOT, not with “${first.text.slice(0, 40)}”.`
    );
  if (isZoned(found))
    return fail(
      "time-zone",
      "Times with a time zone (now(), timezone(), AT TIME ZONE) need DuckDB's icu extension, which this site does not carry: " +
        "write a TIMESTAMP, or put a Date into the query."
    );
  return ok(sql.slice(0, found[end]?.at ?? sql.length).trim());
}
