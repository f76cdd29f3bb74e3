import type {DuckDBConnection} from "@duckdb/node-api";
import type {LedgerLine} from "./ledger.js";
import type {Result} from "../../lib/result.js";
import {ok} from "../../lib/result.js";
import {readCells} from "./cells.js";
import {refuseDuplicates} from "./duplicates.js";
import {holdsFiles} from "./holdsFiles.js";
import {stageGeolocation} from "./geolocation.js";
import {closeLedger, enterFile, exclude, openLedger} from "./ledger.js";
import {open} from "./open.js";
import {excludeOrphans} from "./orphans.js";
import {cellsName, typedName} from "./read.js";
import {stagedSql} from "./staged.js";
import {tables} from "./tables.js";

/** What was staged: a line of the ledger for each of the nine files. */
export interface Staged {
  files: LedgerLine[];
}

/** What happens to `table` just now, for a line of progress. */
interface StageStep {
  step: "read" | "staged";
  table: string;
}

export interface StageOptions {
  onProgress?: (step: StageStep) => void;
}

/** Reads the nine files one after the other, the bytes of the next while one is parsed. */
async function readFiles(
  connection: DuckDBConnection,
  directory: string,
  {onProgress}: StageOptions
): Promise<Result<undefined>> {
  let next = open(tables[0], directory);
  for (const [index, table] of tables.entries()) {
    const file = await next;
    if (!file.ok) return file;
    const following = index + 1 < tables.length ? open(tables[index + 1], directory) : undefined;
    const cells = await readCells(connection, file.value);
    const unique = cells.ok ? await refuseDuplicates(connection, table) : cells;
    if (!cells.ok || !unique.ok) {
      const unread = await following;
      if (unread?.ok) await unread.value.close();
      return cells.ok ? unique : cells;
    }
    const {rows, blank, notes} = cells.value;
    await enterFile(connection, table, {...file.value.inspection, rows, notes});
    if (blank > 0) {
      const filled = `SELECT "row" FROM ${typedName(table)}`;
      const list = `SELECT 'blank row' AS reason, rowid + 1 AS row_number, NULL::VARCHAR AS detail
        FROM ${cellsName(table)} WHERE rowid + 1 NOT IN (${filled})`;
      await exclude(connection, table, {list});
    }
    onProgress?.({step: "read", table: table.name});
    if (following) next = following;
  }
  return ok(undefined);
}

/**
 * Fills the staged tables from the nine CSVs of a directory: typed, times as local timestamps, money in
 * integer cents, zips as five digits, dense integer keys that do not depend on the order of rows. Every
 * raw row is staged or excluded for a reason: `staged_files`, `staged_excluded` and `staged_excluded_rows`
 * keep the ledger. Each file is parsed once where it is written as published, twice where it is not.
 *
 * Fails with a code of `RefusalCode` and one sentence where the files cannot be trusted; throws where the
 * ledger does not add up, which would be a fault of the code.
 * @example (await stage(connection, "data")) => {ok: true, value: {files: [{table: "translation", rows: 71, used: 71, ...}, ...]}}
 */
export async function stage(
  connection: DuckDBConnection,
  directory: string,
  options: StageOptions = {}
): Promise<Result<Staged>> {
  const held = await holdsFiles(directory);
  if (!held.ok) return held;
  await openLedger(connection);
  const read = await readFiles(connection, directory, options);
  if (!read.ok) return read;
  for (const name of [...Object.keys(stagedSql), "geolocation"]) {
    const table = tables.find((candidate) => candidate.name === name);
    if (!table) throw new Error(`unknown table: ${name}`);
    if (name === "geolocation") await stageGeolocation(connection, table);
    else await connection.run(`CREATE OR REPLACE TABLE staged_${name} AS ${stagedSql[name]}`);
    const orphans = await excludeOrphans(connection, table);
    if (!orphans.ok) return orphans;
    options.onProgress?.({step: "staged", table: name});
  }
  for (const table of tables) {
    await connection.run(`DROP VIEW ${typedName(table)}; DROP TABLE ${cellsName(table)}`);
  }
  return ok({files: await closeLedger(connection, tables)});
}
