import type {Dialect} from "./dialect.js";

/**
 * Trino: its text is written and parsed, not run. It has no exact percentile and no alias in GROUP BY, so that what
 * needs these has to be run elsewhere (docs/spark.md).
 */
export const trino: Dialect = {
  name: "trino",
  between: (unit, from, to) => `date_diff('${unit}', ${from}, ${to})`,
  matches: (text, pattern) => `regexp_like(${text}, ${pattern})`,
  replaced: (text, pattern, replacement) => `regexp_replace(${text}, ${pattern}, ${replacement})`,
  eachMatch: ({text, pattern, table, match, place}) =>
    `cross join unnest(regexp_extract_all(${text}, ${pattern})) with ordinality as ${table}(${match}, ${place})`,
  fixed: (value, decimals) => `format('%,.${decimals}f', cast(${value} as double))`,
  bytes: (text) => `length(to_utf8(${text}))`,
  spelt: (sql) => sql
};
