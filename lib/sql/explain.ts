import {closest} from "./closest.js";

/**
 * Says in a sentence why a query failed, with what the engine itself says.
 * @param message the engine's message
 * @param tables names of the tables there are
 * @example explain('Catalog Error: Table with name ordrs does not exist!', ["items", "orders"])
 *   => 'There is no table “ordrs”: did you mean “orders”? There are: items, orders. (DuckDB: Catalog Error: Table with name ordrs does not exist!)'
 */
export function explain(message: string, tables: readonly string[]): string {
  const own = `(DuckDB: ${engineSentence(message)})`;
  const table = missingTable(message);
  if (table !== undefined) {
    const near = closest(table, tables);
    return `There is no table “${table}”${near === undefined ? "." : `: did you mean “${near}”?`} There are: ${tables.join(", ")}. ${own}`;
  }
  const [, what = "This", extension] =
    /(?:name "?([^"\s]+)"? .*)?(?:exists in|requires?|needs?) the (\w+) extension/is.exec(message) ?? [];
  if (extension !== undefined)
    return `“${what}” needs DuckDB's ${extension} extension, which this site does not carry: write the query without it${advice[extension] ?? ""}. ${own}`;
  if (/INT128 .*out of range/s.test(message))
    return `A number is too large to be shown exactly: cast it to VARCHAR or DOUBLE in the query. ${own}`;
  if (/^Out of Memory Error/.test(message))
    return `The query needs more memory than a tab has: ask for fewer rows or columns. ${own}`;
  if (/^Permission Error: .* disabled by configuration/s.test(message))
    return `A query reads the site's own tables alone, no file and no address: ${tables.join(", ")}. ${own}`;
  return `The query cannot be run. ${own}`;
}

/**
 * The table that the engine's message misses; undefined if it is about something else.
 * @example missingTable("Catalog Error: Table with name ordrs does not exist!") => "ordrs"
 */
export const missingTable = (message: string): string | undefined =>
  /Table with name "?(.+?)"? does not exist/.exec(message)?.[1];

/**
 * Whether a message is the engine's answer to a wrong query, rather than the sign of an engine that no longer works.
 * @example isAnswer("Parser Error: syntax error") => true
 */
export const isAnswer = (message: string): boolean =>
  /^[A-Z][\w ]{1,40} Error: /i.test(message) && !/^(?:INTERNAL|FATAL) Error: /i.test(message);

const advice: Readonly<Record<string, string>> = {
  icu: ", with a date of your own such as DATE '2018-08-30'",
  json: ", with structs and lists",
  parquet: ", from the tables there are"
};

/** Without the excerpt of the query, the list of candidates and the advice to install something. */
const engineSentence = (message: string): string =>
  message
    .replace(/\n+LINE \d+:[^]*$/, "")
    .replace(/\n+(?:Please try installing|\tCandidate functions|Candidate functions)[^]*$/, "")
    .replace(/\n+Database is launched[^]*$/, "")
    .replace(/\nDid you mean "[^"]*"\??/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 400);
