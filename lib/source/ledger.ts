import type {Connection} from "./connection.js";
import type {Table} from "./tables.js";
import {quote} from "../sql/expressions.js";
import {numbers, rows} from "./sql.js";

/** How many excluded rows are listed for each reason; all of them are counted. */
export const listedRows = 1_000;

/** One file's line of the ledger: raw rows are the used and the excluded ones. */
export interface LedgerLine {
  table: string;
  file: string;
  bytes: number;
  sha256: string;
  rows: number;
  used: number;
  excluded: {reason: string; rows: number}[];
  notes: string;
}

/** Makes the three empty tables that the ledger is kept in. */
export async function openLedger(connection: Connection): Promise<void> {
  await connection.run(`
    CREATE OR REPLACE TABLE staged_files (
      table_name VARCHAR, file VARCHAR, bytes BIGINT, sha256 VARCHAR, "rows" BIGINT, notes VARCHAR);
    CREATE OR REPLACE TABLE staged_excluded (table_name VARCHAR, reason VARCHAR, "rows" BIGINT);
    CREATE OR REPLACE TABLE staged_excluded_rows (
      table_name VARCHAR, reason VARCHAR, row_number BIGINT, detail VARCHAR)`);
}

/** Writes one file's line. */
export async function enterFile(
  connection: Connection,
  table: Table,
  file: {bytes: number; sha256: string; rows: number; notes: readonly string[]}
): Promise<void> {
  const values = [table.name, table.file, file.bytes, file.sha256, file.rows, file.notes.join("; ")];
  const row = values.map((value) => (typeof value === "number" ? value : quote(value))).join(", ");
  await connection.run(`INSERT INTO staged_files VALUES (${row})`);
}

/** Adds a note to a file's line. */
export async function addNote(connection: Connection, {name}: Table, note: string): Promise<void> {
  await connection.run(`UPDATE staged_files SET notes = concat_ws('; ', nullif(notes, ''), ${quote(note)})
    WHERE table_name = ${quote(name)}`);
}

/**
 * Counts and lists excluded rows: `list` is a query of their `reason`, `row_number` and `detail`, `counts`
 * one of `reason` and `rows` where the list is not whole.
 */
export async function exclude(
  connection: Connection,
  table: Table,
  {list, counts}: {list: string; counts?: string}
): Promise<void> {
  const name = quote(table.name);
  const counted = counts ?? `SELECT reason, count(*) AS "rows" FROM excluding GROUP BY reason`;
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE excluding AS ${list};
    INSERT INTO staged_excluded SELECT ${name}, reason, "rows" FROM (${counted}) ORDER BY reason;
    INSERT INTO staged_excluded_rows
      SELECT ${name}, reason, row_number, detail FROM excluding
      QUALIFY row_number() OVER (PARTITION BY reason ORDER BY row_number) <= ${listedRows}
      ORDER BY reason, row_number;
    DROP TABLE excluding`);
}

/** Reads the ledger back; throws where a table's rows are not the used and the excluded ones. */
export async function closeLedger(connection: Connection, tables: readonly Table[]): Promise<LedgerLine[]> {
  const files = await rows(connection, "FROM staged_files");
  const excluded = await rows(connection, "FROM staged_excluded");
  const lines: LedgerLine[] = [];
  for (const table of tables) {
    const file = files.find((row) => row.table_name === table.name);
    const {used} = await numbers(connection, `SELECT count(*) AS used FROM staged_${table.name}`);
    const reasons = excluded
      .filter((row) => row.table_name === table.name)
      .map((row) => ({reason: String(row.reason), rows: Number(row.rows)}));
    const out = reasons.reduce((sum, reason) => sum + reason.rows, 0);
    if (!file || Number(file.rows) !== used + out) {
      throw new Error(`${table.name}: ${file?.rows} rows are not ${used} used and ${out} excluded`);
    }
    lines.push({
      table: table.name,
      file: String(file.file),
      bytes: Number(file.bytes),
      sha256: String(file.sha256),
      rows: Number(file.rows),
      used,
      excluded: reasons,
      notes: String(file.notes)
    });
  }
  return lines;
}
