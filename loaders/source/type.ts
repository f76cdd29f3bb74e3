import type {DuckDBConnection} from "@duckdb/node-api";
import type {DayOrder} from "./values.js";
import type {Table} from "./tables.js";
import {cellName, rawName} from "./read.js";
import {numbers} from "./sql.js";
import {raw, typed} from "./values.js";

/** The name of a table's cells in their types, with `row`, the record's number in the file from 1. */
export const typedName = (table: Table) => `typed_${table.name}`;

/** How many cells are filled: before typing and after it, by column. */
export interface Filled {
  rows: number;
  blank: number;
  before: number[];
  after: number[];
}

const cells = (table: Table) => table.columns.map((_, index) => cellName(index));

/** Types the cells of a raw table; blank records are left out, wrong cells become NULL. */
export async function typeCells(
  connection: DuckDBConnection,
  table: Table,
  orders: readonly DayOrder[]
): Promise<void> {
  const columns = table.columns.map(
    (column, index) => `${typed(column, cellName(index), orders[index])} AS ${column.staged}`
  );
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE ${typedName(table)} AS
    SELECT rowid + 1 AS "row", ${columns.join(", ")} FROM ${rawName(table)}
    WHERE coalesce(${cells(table).join(", ")}) IS NOT NULL`);
}

/** Counts the filled cells of each column before and after typing: where they differ, cells are wrong. */
export async function countFilled(connection: DuckDBConnection, table: Table): Promise<Filled> {
  const before = table.columns.map((column, index) => `count(${raw(column, cellName(index))}) AS n${index}`);
  const after = table.columns.map((column, index) => `count(${column.staged}) AS n${index}`);
  const was = await numbers(connection, `SELECT count(*) AS n, ${before.join(", ")} FROM ${rawName(table)}`);
  const is = await numbers(connection, `SELECT count(*) AS n, ${after.join(", ")} FROM ${typedName(table)}`);
  const pick = (counts: Record<string, number>) => table.columns.map((_, index) => counts[`n${index}`]);
  return {rows: was.n, blank: was.n - is.n, before: pick(was), after: pick(is)};
}
