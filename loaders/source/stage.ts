import type {DuckDBConnection} from "@duckdb/node-api";
import type {Result} from "../../lib/result.js";
import type {StageOptions, Staged} from "../../lib/source/stage.js";
import {stage as stageFolder} from "../../lib/source/stage.js";
import {connectionOf} from "./connection.js";
import {folderAt} from "./folder.js";

/**
 * Fills the staged tables of native DuckDB from the CSVs of a directory.
 * @example (await stage(connection, "data")) => {ok: true, value: {files: [{table: "translation", rows: 71, used: 71, ...}, ...]}}
 */
export const stage = (
  connection: DuckDBConnection,
  directory: string,
  options?: StageOptions
): Promise<Result<Staged>> => stageFolder(connectionOf(connection), folderAt(directory), options);
