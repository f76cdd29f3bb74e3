import type {DuckDBConnection} from "@duckdb/node-api";
import {existsSync, statSync} from "node:fs";
import {mkdir} from "node:fs/promises";
import {join, resolve} from "node:path";
import {quote} from "../../lib/sql/expressions.js";
import {fail, ok} from "../../lib/result.js";
import type {Result} from "../../lib/result.js";
import {queryRows} from "../database.js";
import {filesFolder} from "../findFiles.js";
import {stage} from "../source/stage.js";
import {tables} from "../../lib/source/tables.js";
import type {Mapping} from "./mapping.js";
import {parquetMapping, readMapping} from "./mapping.js";
import type {Step} from "./script.js";
import {viewStep} from "./script.js";

/** What a warehouse job reads: CSVs, or tables that a mapping names. */
export type WarehouseSource =
  {kind: "csv"; directory: string} | {kind: "tables"; mapping: Mapping; named: string};

/** What a path is: a folder of the nine CSVs, one of Parquet, or a mapping (a .json file). */
export async function warehouseSource(path: string): Promise<Result<WarehouseSource>> {
  const at = resolve(path);
  if (!existsSync(at)) return fail("missing-directory", `There is no ${at}.`);
  if (statSync(at).isFile()) {
    const mapping = await readMapping(at);
    return mapping.ok ? ok({kind: "tables", mapping: mapping.value, named: at}) : mapping;
  }
  const directory = filesFolder(at);
  if (tables.some(({file}) => existsSync(join(directory, file)))) return ok({kind: "csv", directory});
  const mapping = parquetMapping(at);
  return mapping.ok ? ok({kind: "tables", mapping: mapping.value, named: at}) : mapping;
}

/** Reads the nine CSVs by our own importer and keeps the staged tables as Parquet; gives the steps that name these. */
export async function stageToParquet(
  connection: DuckDBConnection,
  directory: string,
  out: string
): Promise<Result<Step[]>> {
  const staged = await stage(connection, directory);
  if (!staged.ok) return staged;
  await mkdir(out, {recursive: true});
  const names = await queryRows<{name: string}>(
    connection,
    "select table_name as name from duckdb_tables() where table_name like 'staged_%' order by 1"
  );
  const steps: Step[] = [];
  for (const {name} of names) {
    const path = join(out, `${name}.parquet`);
    await connection.run(`copy ${name} to ${quote(path)} (format parquet, compression snappy)`);
    steps.push(viewStep(name, path));
  }
  return ok(steps);
}
