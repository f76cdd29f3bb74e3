import type {DuckDBConnection} from "@duckdb/node-api";
import type {Header} from "./header.js";
import type {Table} from "./tables.js";
import {literal} from "./sql.js";

/** The name of a table's cells as text, as they stand in the file. */
export const rawName = (table: Table) => `raw_${table.name}`;

/** The name of a raw column. */
export const cellName = (index: number) => `c${index}`;

/**
 * Parses a CSV into a temporary table of text, in file order: its `rowid` counts the records from 0.
 * Throws DuckDB's error where the file is not well-formed.
 */
export async function readRaw(
  connection: DuckDBConnection,
  table: Table,
  path: string,
  header: Header
): Promise<void> {
  const columns = Array.from({length: header.width}, (_, at) => `'f${at}': 'VARCHAR'`).join(", ");
  const cells = header.positions.map((at, index) => `f${at} AS ${cellName(index)}`).join(", ");
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE ${rawName(table)} AS
    SELECT ${cells} FROM read_csv(${literal(path)}, auto_detect = false, header = true,
      delim = ${literal(header.delimiter)}, quote = '"', escape = '"', strict_mode = true,
      null_padding = false, columns = {${columns}})`);
}
