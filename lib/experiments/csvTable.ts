import {dsvFormat} from "d3";
import {formatCount} from "../format.js";
import {preambleOf, withoutEndMark} from "../reading/delimited.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";

/** A delimited text as fields. */
export interface CsvTable {
  /** Names of the columns, as the first line has them. */
  header: string[];
  rows: string[][];
}

/** The most rows that are read. */
export const mostRows = 2_000_000;

/**
 * A text of values separated by commas, semicolons, tabs or bars with a header as rows of fields. Blank lines and a
 * spreadsheet's `sep=;` may stand before the header, separators after its last name.
 * @example csvTable("sep=;\narm;outcome\na;1").value => {header: ["arm", "outcome"], rows: [["a", "1"]]}
 */
export function csvTable(text: string): Result<CsvTable> {
  const body = withoutEndMark(text.replace(/^\uFEFF/, ""));
  if (!body.trim()) return fail("empty", "The text is empty: paste a header line and a row for each user.");
  const {delimiter, skip} = preambleOf(body);
  const [first = [], ...rows] = dsvFormat(delimiter).parseRows(body.slice(skip));
  if (rows.length > mostRows)
    return fail(
      "rows",
      `The text has ${formatCount(rows.length)} rows; at most ${formatCount(mostRows)} are read.`
    );
  if (!rows.length) return fail("empty", "There is a header but no row below it: give a row for each user.");
  const last = rows[rows.length - 1];
  if (last[last.length - 1].includes("\n") && (body.split('"').length - 1) % 2)
    return fail(
      "quotes",
      `A quotation mark opens in row ${formatCount(rows.length + 1)} and is never closed: close it, or write it twice where it belongs to the text.`
    );
  const header = first.map((name) => name.trim());
  const named = header.findLastIndex((name) => name !== "") + 1;
  return ok({
    header: header.slice(0, named),
    rows: rows.map((row) =>
      row.length > named && row.slice(named).every((field) => !field.trim()) ? row.slice(0, named) : row
    )
  });
}
