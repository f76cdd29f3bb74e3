import {tokens} from "./tokens.js";
import type {Token} from "./tokens.js";

const before = ["from", "join", "table", "describe", "desc", "show", "summarize", "pivot", "unpivot"];
const after = [
  "select",
  "where",
  "group",
  "order",
  "having",
  "limit",
  "qualify",
  "window",
  "union",
  "intersect",
  "except"
];

const catalogues = [
  "information_schema",
  "duckdb_tables",
  "duckdb_columns",
  "pg_catalog",
  "pg_tables",
  "sqlite_master",
  "sqlite_schema",
  "show_tables",
  "show_tables_expanded",
  "pragma_show_tables",
  "pragma_show_tables_expanded"
];

/** A statement that lists tables, alone or in brackets, in words set apart by blanks. */
const listing = /(?:^|[;(] )(?:show|desc|describe)(?: (?:all )?tables\b| [;)]| ?$)/;

/** Whether a query asks which tables there are. */
const listsTables = (found: readonly Token[]): boolean =>
  listing.test(found.map(({kind, text}) => (kind === "text" ? "''" : text.toLowerCase())).join(" ")) ||
  found.some(({kind, text}) => kind !== "text" && catalogues.includes(text.toLowerCase()));

/**
 * Which of the known tables a query mentions where a table may stand, in the order of first mention. Of a name that a
 * CTE takes for itself it may say so in error: it names what to have ready, not what is read. All of them for a query
 * that asks which tables there are.
 * @example mentions("select orders from daily, items", ["orders", "daily", "items"]) => ["daily", "items"]
 */
export function mentions(sql: string, known: readonly string[]): string[] {
  const found = new Set<string>();
  const levels = [{awaited: false, listing: false}];
  let named = false;
  const all = tokens(sql);
  if (listsTables(all)) return [...known];
  for (const {kind, text} of all) {
    const level = levels[levels.length - 1] ?? {awaited: false, listing: false};
    const word = text.toLowerCase();
    const qualifies = named;
    named = false;
    if (kind === "symbol") {
      if (text === "(") levels.push({...level});
      if (text === ")" && levels.length > 1) levels.pop();
      if (text === ",") level.awaited = level.listing;
      else level.awaited = text === "." && qualifies;
    } else if (kind === "name" && before.includes(word)) {
      level.awaited = level.listing = true;
    } else if (kind === "name" && after.includes(word)) {
      level.awaited = level.listing = false;
    } else if (level.awaited && word !== "lateral") {
      const table =
        kind === "number" || kind === "text" ? undefined : known.find((name) => name.toLowerCase() === word);
      if (table !== undefined) found.add(table);
      level.awaited = false;
      named = true;
    }
  }
  return [...found];
}
