import type {DuckDBConnection} from "@duckdb/node-api";
import {readdirSync} from "node:fs";
import {join} from "node:path";
import {quote} from "../lib/sql/expressions.js";

const ending = ".parquet";

/** Has a connection know the marts of a directory by their names. */
export async function viewMarts(connection: DuckDBConnection, directory: string): Promise<void> {
  for (const file of readdirSync(directory))
    if (file.endsWith(ending))
      await connection.run(
        `create view "${file.slice(0, -ending.length)}" as from ${quote(join(directory, file))}`
      );
}
