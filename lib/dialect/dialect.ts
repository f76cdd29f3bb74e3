/** Names of the engines that a text can be written for. */
export const dialectNames = ["duckdb", "spark", "trino"] as const;

export type DialectName = (typeof dialectNames)[number];

/**
 * Where engines differ. A text leaves a hole where they differ in meaning, which a function here fills; how a text, a
 * name, a type or a time is spelt differs token by token and is left to `spelt`, once for the whole statement.
 */
export interface Dialect {
  name: DialectName;
  /**
   * How many whole seconds, days or months one time is before another, for times on whole seconds, dates, and first
   * days of months.
   */
  between(unit: "second" | "day" | "month", from: string, to: string): string;
  /** Whether a pattern, an SQL literal, matches somewhere in a text. */
  matches(text: string, pattern: string): string;
  /** A text with every match of a pattern replaced. */
  replaced(text: string, pattern: string, replacement: string): string;
  /** What follows a table in FROM to have a row for each match of a pattern in a text; `place` counts them from `first`. */
  eachMatch(match: EachMatch): string;
  /** A number, grouped by commas, with so many decimals after a point. */
  fixed(value: string, decimals: number): string;
  /** Bytes of a text in UTF-8. */
  bytes(text: string): string;
  /** The whole text of a statement as this engine spells texts, quoted names, types and times. */
  spelt(sql: string): string;
}

interface EachMatch {
  text: string;
  pattern: string;
  /** Name of the table that the matches become, and of its columns. */
  table: string;
  match: string;
  place: string;
}
