import type {Dialect} from "./dialect.js";

/** The engine of the build and of the tab: its spelling is the one that the texts are written in. */
export const duckdb: Dialect = {
  name: "duckdb",
  between: (unit, from, to) => `date_diff('${unit}', ${from}, ${to})`,
  matches: (text, pattern) => `regexp_matches(${text}, ${pattern})`,
  replaced: (text, pattern, replacement) => `regexp_replace(${text}, ${pattern}, ${replacement}, 'g')`,
  eachMatch: ({text, pattern, table, match, place}) =>
    `cross join unnest(regexp_extract_all(${text}, ${pattern})) with ordinality as ${table}(${match}, ${place})`,
  fixed: (value, decimals) => `format('{:,.${decimals}f}', cast(${value} as double))`,
  bytes: (text) => `strlen(${text})`,
  spelt: (sql) => sql
};
