import type {Connection} from "./connection.js";
import type {Cells} from "./cells.js";
import type {TimeColumn} from "./fileZones.js";
import type {Folder} from "./folder.js";
import type {LedgerLine} from "./ledger.js";
import type {Opened} from "./open.js";
import type {Table} from "./tables.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {readCells} from "./cells.js";
import {refuseDuplicates} from "./duplicates.js";
import {filesHeld} from "./filesHeld.js";
import {stageGeolocation} from "./geolocation.js";
import {joinLookalikes} from "./lookalikes.js";
import {fileZonesNote} from "./fileZones.js";
import {addNote, closeLedger, enterFile, exclude, openLedger} from "./ledger.js";
import {open} from "./open.js";
import {excludeOrphans} from "./orphans.js";
import {cellsName, typedName, viewNone} from "./read.js";
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

type Failure = Extract<Result<never>, {ok: false}>;

export interface StageOptions {
  onProgress?: (step: StageStep) => void;
}

/** Enters a file's records in the ledger, the blank ones as excluded; a failure where two share the key. */
async function enter(
  connection: Connection,
  {table, inspection}: Opened,
  {rows, blank, notes}: Cells
): Promise<Result<undefined>> {
  const unique = await refuseDuplicates(connection, table);
  if (!unique.ok) return unique;
  await enterFile(connection, table, {...inspection, rows, notes});
  if (blank === 0) return ok(undefined);
  const filled = `SELECT "row" FROM ${typedName(table)}`;
  const list = `SELECT 'blank row' AS reason, rowid + 1 AS row_number, NULL::VARCHAR AS detail
    FROM ${cellsName(table)} WHERE rowid + 1 NOT IN (${filled})`;
  await exclude(connection, table, {list});
  return ok(undefined);
}

/** Reads the files one after the other, the bytes of the next while one is parsed; tells the first fault of each. Gives their columns of times. */
async function readFiles(
  connection: Connection,
  folder: Folder,
  held: readonly Table[],
  {onProgress}: StageOptions
): Promise<Result<TimeColumn[]>> {
  const faults: Failure[] = [];
  const times: TimeColumn[] = [];
  let next = open(held[0], folder);
  for (const [index, table] of held.entries()) {
    const file = await next;
    if (index + 1 < held.length) next = open(held[index + 1], folder);
    const cells = file.ok ? await readCells(connection, folder, file.value) : file;
    const entered = file.ok && cells.ok ? await enter(connection, file.value, cells.value) : cells;
    if (!entered.ok) faults.push(entered);
    else if (cells.ok) times.push(...cells.value.times);
    onProgress?.({step: "read", table: table.name});
  }
  return faults.length > 0 ? allOf(faults) : ok(times);
}

/** Several failures as one with a sentence a line; its code is of one that can pass while the files stay the same, if any. */
function allOf(faults: readonly Failure[]): Result<never> {
  const {code} = faults.find((fault) => fault.code === "unreadable-file") ?? faults[0];
  return fail(code, faults.map(({message}) => message).join("\n"));
}

/** Notes, with the orders, from which all days count, where times of the files show zones that differ. */
async function noteZones(connection: Connection, times: readonly TimeColumn[]): Promise<void> {
  const note = fileZonesNote(times);
  const orders = tables.find(({name}) => name === "orders");
  if (note !== null && orders) await addNote(connection, orders, note);
}

/** Stages what a shop may lack as empty, with a note. */
async function enterNone(connection: Connection, table: Table): Promise<void> {
  await viewNone(connection, table);
  await enterFile(connection, table, {bytes: 0, sha256: "", rows: 0, notes: ["no such file"]});
}

/**
 * Fills the staged tables from the CSVs of a folder, empty where a shop lacks one that it may lack: typed, times as local timestamps, money in
 * integer cents, zips as five digits, dense integer keys that do not depend on the order of rows. Every
 * raw row is staged or excluded for a reason: `staged_files`, `staged_excluded` and `staged_excluded_rows`
 * keep the ledger. Each file is parsed once where it is written as published, twice where it is not.
 *
 * Fails with a code of `RefusalCode` and a sentence, on a line of its own, for each file that cannot be trusted; throws where the
 * ledger does not add up, which would be a fault of the code.
 * @example (await stage(connection, folder)) => {ok: true, value: {files: [{table: "translation", rows: 71, used: 71, ...}, ...]}}
 */
export async function stage(
  connection: Connection,
  folder: Folder,
  options: StageOptions = {}
): Promise<Result<Staged>> {
  const held = await filesHeld(folder);
  if (!held.ok) return held;
  await openLedger(connection);
  const read = await readFiles(connection, folder, held.value, options);
  if (!read.ok) return read;
  await noteZones(connection, read.value);
  const files = tables.map((table) => held.value.find(({name}) => name === table.name) ?? table);
  for (const table of files) if (!held.value.includes(table)) await enterNone(connection, table);
  return stageTyped(connection, options, files);
}

/** Fills the staged tables from the typed views of the nine tables, whose files the ledger has, and closes the ledger. */
export async function stageTyped(
  connection: Connection,
  {onProgress}: StageOptions = {},
  files: readonly Table[] = tables
): Promise<Result<Staged>> {
  for (const table of files) await joinLookalikes(connection, table);
  for (const name of [...Object.keys(stagedSql), "geolocation"]) {
    const table = files.find((candidate) => candidate.name === name);
    if (!table) throw new Error(`unknown table: ${name}`);
    if (name === "geolocation") await stageGeolocation(connection, table);
    else await connection.run(`CREATE OR REPLACE TABLE staged_${name} AS ${stagedSql[name]}`);
    const orphans = await excludeOrphans(connection, table);
    if (!orphans.ok) return orphans;
    onProgress?.({step: "staged", table: name});
  }
  for (const table of tables) {
    await connection.run(`DROP VIEW ${typedName(table)}; DROP TABLE ${cellsName(table)}`);
  }
  return ok({files: await closeLedger(connection, tables)});
}
