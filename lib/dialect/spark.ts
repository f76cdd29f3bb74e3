import type {Dialect} from "./dialect.js";
import {respelt} from "./respelt.js";

/** Two quotes side by side end a text and begin the next before Spark 4.1, and a backslash always escapes. */
const literal = (text: string): string =>
  `'${text.slice(1, -1).replaceAll("''", "'").replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** A `timestamp` of Spark's is a moment of the world; what the files hold are times on a clock. */
const types: Readonly<Record<string, string>> = {varchar: "string", timestamp: "timestamp_ntz"};

const epoch = (time: string): string => `unix_seconds(cast(${time} as timestamp_ltz))`;

/** Apache Spark 4, in a session whose zone is UTC: nothing else is to be set. */
export const spark: Dialect = {
  name: "spark",
  between: (unit, from, to) => {
    if (unit === "second") return `(${epoch(to)} - ${epoch(from)})`;
    return unit === "day" ? `datediff(${to}, ${from})` : `datediff(MONTH, ${from}, ${to})`;
  },
  matches: (text, pattern) => `regexp_like(${text}, ${pattern})`,
  replaced: (text, pattern, replacement) => `regexp_replace(${text}, ${pattern}, ${replacement})`,
  eachMatch: ({text, pattern, table, match, place}) =>
    `lateral view posexplode(regexp_extract_all(${text}, ${pattern}, 0)) ${table} as ${place}, ${match}`,
  fixed: (value, decimals) => `format_string('%,.${decimals}f', cast(${value} as double))`,
  bytes: (text) => `octet_length(${text})`,
  spelt: (sql) =>
    respelt(sql, ({kind, text}) => {
      if (kind === "text") return literal(text);
      if (kind === "quoted name") return `\`${text.replaceAll("`", "``")}\``;
      return kind === "name" ? types[text.toLowerCase()] : undefined;
    })
};
