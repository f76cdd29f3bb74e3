import type {Result} from "../../result.js";
import type {Connection} from "../connection.js";
import type {Copy, Folder} from "../folder.js";
import type {StageOptions, Staged} from "../stage.js";
import type {Table} from "../tables.js";
import type {Mapping} from "./mapping.js";
import {fail, ok} from "../../result.js";
import {readCells} from "../cells.js";
import {headText} from "../encoding.js";
import {inspect} from "../inspect.js";
import {enterFile, exclude, openLedger} from "../ledger.js";
import {open} from "../open.js";
import {cellsName, typedName, viewNone, viewTyped} from "../read.js";
import {shop} from "../../shop.js";
import {numbers} from "../sql.js";
import {stageTyped} from "../stage.js";
import {tables} from "../tables.js";
import {cdnowCsv, isCdnow} from "./cdnow.js";
import {currencyNote} from "./currencyNote.js";
import {cellsOfLines, linesName, linesSql} from "./derive.js";
import type {Field} from "./fields.js";
import {fieldColumn, fieldNames} from "./fields.js";
import {tidyName} from "../header.js";

/** The table that a mapping makes of a file. */
export function transactionsTable(
  file: string,
  {columns, perUnit, decimal, order, shop: said}: Mapping
): Table {
  const held = fieldNames.flatMap((field: Field) => {
    const name = columns[field];
    return name === undefined ? [] : [fieldColumn(field, tidyName(name), perUnit ?? false)];
  });
  // The amount first: a record without what no record may lack is a blank one.
  const found = held.toSorted((a, b) => Number(a.nullable ?? false) - Number(b.nullable ?? false));
  return {name: "transactions", file, key: [], columns: found, told: {decimal, order, clock: said?.timeZone}};
}

/** What to note of amounts that do not have the decimals of the currency that the mapping names. */
async function currencyNotes(connection: Connection, {shop: said}: Mapping): Promise<string[]> {
  const {broken} = await numbers(
    connection,
    "SELECT count(*) FILTER (amount_cents % 100 <> 0) AS broken FROM typed_transactions"
  );
  return [currencyNote(said?.currency ?? shop.currency, broken) ?? []].flat();
}

/** A folder whose file is the table to read: a log without a header gets one. */
async function headed(folder: Folder, file: string): Promise<{folder: Folder; copy: Copy | null}> {
  const seen = await inspect(folder.file(file), folder.tools).catch(() => null);
  if (!seen || !isCdnow(headText(seen))) return {folder, copy: null};
  const copy = await folder.copy(file, cdnowCsv(folder.file(file)));
  return {folder: {...folder, file: () => copy}, copy};
}

/** Enters the file in the ledger as the order lines, with what is left out, and makes the cells of all tables of its lines. */
async function derive(
  connection: Connection,
  {
    file,
    mapping,
    ...told
  }: {file: string; mapping: Mapping; bytes: number; sha256: string; rows: number; notes: string[]}
): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${linesName} AS ${linesSql(mapping)}`);
  const cells = cellsOfLines(mapping);
  for (const table of tables) {
    const sql = cells[table.name];
    if (!sql) {
      await viewNone(connection, table);
      await enterFile(
        connection,
        {...table, file: `${file}: ${table.name}`},
        {bytes: 0, sha256: "", rows: 0, notes: ["not in a table of transactions"]}
      );
      continue;
    }
    await connection.run(`CREATE OR REPLACE TEMP TABLE ${cellsName(table)} AS ${sql}`);
    await viewTyped(connection, table);
    if (table.name === "items") {
      await enterFile(connection, {...table, file}, told);
      const list = `SELECT reason, "row" AS row_number, order_id AS detail FROM ${linesName} WHERE reason IS NOT NULL
        UNION ALL SELECT 'blank row', rowid + 1, NULL FROM cells_transactions
        WHERE rowid + 1 NOT IN (SELECT "row" FROM typed_transactions)`;
      await exclude(connection, table, {list});
    } else {
      const [{n}] = await connection.rows(`SELECT count(*) AS n FROM ${typedName(table)}`);
      const rows = Number(n);
      const notes = [rows > 0 ? "made of the lines" : "no such column"];
      await enterFile(
        connection,
        {...table, file: `${file}: ${table.name}`},
        {bytes: 0, sha256: "", rows, notes}
      );
    }
  }
}

/**
 * Fills the staged tables from one table of transactions, a row an order or an order line, as `mapping` says which column
 * is what. What it lacks stays empty; lines that cannot be used are left out for a reason in the ledger.
 */
export async function stageTransactions(
  connection: Connection,
  given: Folder,
  file: string,
  mapping: Mapping,
  options: StageOptions = {}
): Promise<Result<Staged>> {
  const {folder, copy} = await headed(given, file);
  try {
    await openLedger(connection);
    const opened = await open(transactionsTable(file, mapping), folder);
    if (!opened.ok) return opened;
    const cells = await readCells(connection, folder, opened.value);
    if (!cells.ok) return cells;
    options.onProgress?.({step: "read", table: file});
    const {bytes, sha256} = opened.value.inspection;
    await derive(connection, {
      file,
      mapping,
      bytes,
      sha256,
      rows: cells.value.rows,
      notes: [...cells.value.notes, ...(await currencyNotes(connection, mapping))]
    });
    const [{lines}] = await connection.rows(
      `SELECT count(*) AS lines FROM ${linesName} WHERE reason IS NULL`
    );
    if (Number(lines) === 0)
      return fail(
        "no-orders",
        `${file} holds no line with a customer, a time and an amount: check which column is which.`
      );
    await connection.run(
      `DROP TABLE ${linesName}; DROP VIEW typed_transactions; DROP TABLE cells_transactions`
    );
    const staged = await stageTyped(connection, options);
    return staged.ok ? ok(staged.value) : staged;
  } finally {
    await copy?.discard();
  }
}
