import type {DuckDBConnection, Json} from "@duckdb/node-api";
import type {Contents, Shop} from "./fixture.js";
import {stage} from "../../../loaders/source/stage.js";
import {tables} from "../../../lib/source/tables.js";
import {writeShop} from "./fixture.js";

/** The rows of the nine staged tables, sorted, so that two stagings can be compared. */
export async function stagedTables(
  connection: DuckDBConnection
): Promise<Record<string, Record<string, Json>[]>> {
  const found: Record<string, Record<string, Json>[]> = {};
  for (const {name} of tables) {
    const reader = await connection.runAndReadAll(`FROM staged_${name} ORDER BY ALL`);
    found[name] = reader.getRowObjectsJson();
  }
  return found;
}

/** Stages a shop: the contents of its tables and the notes on its files. */
export async function stageShop(connection: DuckDBConnection, files: Shop, contents: Contents = {}) {
  const {directory, remove} = writeShop(files, contents);
  const result = await stage(connection, directory);
  remove();
  if (!result.ok) throw new Error(result.message);
  const notes = Object.fromEntries(result.value.files.map(({table, notes}) => [table, notes]));
  return {tables: await stagedTables(connection), notes, lines: result.value.files};
}
