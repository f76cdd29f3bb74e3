import type {Connection} from "./connection.js";
import type {Result} from "../result.js";
import type {TimeColumn} from "./fileZones.js";
import type {Folder} from "./folder.js";
import type {Opened} from "./open.js";
import {formatCount} from "../format.js";
import {ok} from "../result.js";
import {plainTimes} from "./fileZones.js";
import {readPlain, typedName, viewTyped} from "./read.js";
import {anew, quoted, refuse} from "./refusal.js";
import {rewritten} from "./rewrite.js";
import {scan} from "./scan.js";
import {numbers} from "./sql.js";
import {readTolerant} from "./tolerant.js";

/** A file's records: all of them, those that are blank, the zones of its times, and what to note. */
export interface Cells {
  rows: number;
  blank: number;
  times: TimeColumn[];
  notes: string[];
}

/** The sentence about a file that DuckDB cannot parse, or nothing where the scanner finds no fault. */
async function refuseForm({table, source, header}: Opened): Promise<Result<undefined>> {
  const fault = await scan(source, header);
  if (!fault) return ok(undefined);
  const {kind, row, fields, atEnd, text} = fault;
  const place = {file: table.file, row: row || undefined};
  const again = anew(table);
  const near = `near ${quoted(text)}`;
  if (kind === "open") {
    const problem = `opens a quote that nothing closes, ${near}`;
    return refuse("unterminated-quote", {...place, problem, repair: `close it, or ${again}`});
  }
  if (kind === "stray") {
    const problem = `has text after a closing quote, ${near}`;
    return refuse("misplaced-quote", {
      ...place,
      problem,
      repair: `double the quotes inside the value, or ${again}`
    });
  }
  const problem = `has ${fields} fields where the header has ${header.width}, ${near}`;
  if (atEnd && fields < header.width) {
    return refuse("truncated-file", {...place, problem: `${problem}: the file is cut off`, repair: again});
  }
  const mend =
    fields < header.width ? "complete the row" : `quote values that hold a ${quoted(header.delimiter)}`;
  return refuse("wrong-field-count", {...place, problem, repair: `${mend}, or ${again}`});
}

/** Parses a file, a second time with one kind of line end where mixed ones confuse the parser. */
async function parse(connection: Connection, folder: Folder, file: Opened) {
  try {
    return ok({file, ...(await readPlain(connection, file))});
  } catch (error) {
    if (!String((error as Error).message).includes("CSV")) throw error;
    const form = await refuseForm(file);
    if (!form.ok) return form;
    const copy = await folder.copy(file.table.file, rewritten(file.source, {encoding: "utf-8"}));
    const close = () => Promise.all([file.close(), copy.discard()]).then(() => undefined);
    const mended = {...file, source: copy, close, notes: [...file.notes, "mixed line ends"]};
    try {
      return ok({file: mended, ...(await readPlain(connection, mended))});
    } catch {
      await close();
      const [problem] = String((error as Error).message).split("\n");
      return refuse("malformed-csv", {
        file: file.table.file,
        problem: `cannot be parsed (${problem})`,
        repair: anew(file.table)
      });
    }
  }
}

/** Reads a file's cells into `typed_<table>`: as the published files are written if it can, tolerantly if not. */
export async function readCells(
  connection: Connection,
  folder: Folder,
  file: Opened
): Promise<Result<Cells>> {
  const {table} = file;
  const parsed = await parse(connection, folder, file);
  if (!parsed.ok) {
    await file.close();
    return parsed;
  }
  const {rows, other, file: read} = parsed.value;
  const repair = anew(table);
  try {
    if (rows === 0 && !table.optional) {
      return refuse("header-only", {file: table.file, problem: "has a header but no rows", repair});
    }
    const tolerant = other > 0 ? await readTolerant(connection, read) : ok({times: null, notes: []});
    if (!tolerant.ok) return tolerant;
    await viewTyped(connection, table, file.header.absent);
    const {used} = await numbers(connection, `SELECT count(*) AS used FROM ${typedName(table)}`);
    const blank = rows - used;
    if (used === 0 && !table.optional) {
      const problem = `has ${formatCount(rows)} rows, all of them blank`;
      return refuse("header-only", {file: table.file, problem, repair});
    }
    const times = tolerant.value.times ?? (await plainTimes(connection, table));
    const none = used === 0 ? ["no rows"] : [];
    return ok({rows, blank, times, notes: [...read.notes, ...tolerant.value.notes, ...none]});
  } finally {
    await read.close();
  }
}
