import type {Result} from "../result.js";
import type {Table} from "./tables.js";
import {fail} from "../result.js";
import {formatCount} from "../format.js";

/** Why files cannot be staged. */
export type RefusalCode =
  | "missing-directory"
  | "missing-file"
  | "unreadable-file"
  | "empty-file"
  | "header-only"
  | "binary-file"
  | "not-a-table"
  | "mixed-encoding"
  | "missing-column"
  | "duplicate-column"
  | "nested-column"
  | "wrong-field-count"
  | "truncated-file"
  | "unterminated-quote"
  | "misplaced-quote"
  | "malformed-csv"
  | "empty-value"
  | "bad-id"
  | "bad-zip"
  | "bad-time"
  | "contradictory-dates"
  | "ambiguous-dates"
  | "several-zones"
  | "ambiguous-number"
  | "several-currencies"
  | "bad-money"
  | "bad-integer"
  | "bad-degrees"
  | "out-of-range"
  | "unknown-value"
  | "duplicate-key"
  | "orphans";

/** The parts of a refusal's sentence: where, what is wrong, how to mend it. */
export interface Refusal {
  file: string;
  row?: number;
  column?: string;
  problem: string;
  repair: string;
}

/** A value as a sentence shows it: in quotes, on one line, cut where it is long. @example quoted("a\nb") => '"a\\nb"' */
export function quoted(value: string): string {
  const short = value.length > 80 ? `${value.slice(0, 77)}...` : value;
  return JSON.stringify(short);
}

/** A count of rows. @example rowCount(1) => "1 row" */
export const rowCount = (count: number) => `${formatCount(count)} ${count === 1 ? "row" : "rows"}`;

/**
 * How to come by a file that is whole: the nine are published, a table of transactions is somebody's own.
 * @example anew({name: "transactions"}) => "export it again"
 */
export const anew = ({name}: Pick<Table, "name">): string =>
  name === "transactions" ? "export it again" : "take the file from the original download";

/**
 * A failure as one sentence: file, row (records counted from 1 after the header), column, what is wrong
 * with what value, and how to mend it.
 * @example refuse("empty-file", {file: "a.csv", problem: "is empty", repair: "download it again"})
 * => {ok: false, code: "empty-file", message: "a.csv is empty: download it again."}
 */
export function refuse<T = never>(
  code: RefusalCode,
  {file, row, column, problem, repair}: Refusal
): Result<T> {
  const place = [file, row === undefined ? "" : `row ${formatCount(row)}`, column ? `column ${column}` : ""];
  const where = place.filter(Boolean).join(", ");
  return fail(code, `${where} ${problem}: ${repair}.`);
}
