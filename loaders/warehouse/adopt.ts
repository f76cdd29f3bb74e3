import type {DuckDBConnection} from "@duckdb/node-api";
import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import type {ColumnType, Mart} from "../../lib/marts/mart.js";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import {quote} from "../../lib/sql/expressions.js";
import {identifier} from "../../lib/sql/literal.js";
import {queryRows} from "../database.js";
import type {WrittenMart} from "../writeMart.js";
import {writeMart} from "../writeMart.js";

/** What DuckDB calls the types that marts declare. */
export const columnTypes: Readonly<Record<ColumnType, string>> = {
  integer: "INTEGER",
  double: "DOUBLE",
  text: "VARCHAR",
  boolean: "BOOLEAN",
  timestamp: "TIMESTAMP",
  date: "DATE"
};

/** The mark that a job leaves in a folder when all of it is written. */
const complete = "_SUCCESS";

/**
 * SQL of a folder of Parquet that another engine wrote, its files in their order. Fails where the folder is not there
 * or is half-written.
 */
export function folderSql(directory: string, name: string): Result<string> {
  const folder = join(directory, name);
  if (!existsSync(join(folder, complete)))
    return fail("half-written", `${name} is not there or half-written: run the job once more.`);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".parquet"))
    .sort();
  if (files.length === 0) return fail("half-written", `${name} holds no Parquet: run the job once more.`);
  return ok(`read_parquet([${files.map((file) => quote(join(folder, file))).join(", ")}])`);
}

/**
 * Writes a mart as ours are, from a folder of Parquet that another engine wrote in the mart's order. Fails where it
 * lacks a column or has another; throws what DuckDB throws where a value does not fit its type.
 */
export async function adopt(
  connection: DuckDBConnection,
  {mart, from, directory}: {mart: Mart; from: string; directory: string}
): Promise<Result<WrittenMart>> {
  const source = folderSql(from, mart.name);
  if (!source.ok) return source;
  const described = await queryRows<{column_name: string}>(connection, `describe from ${source.value}`);
  const found = described.map(({column_name}) => column_name);
  const expected = mart.columns.map(({name}) => name);
  if (found.join() !== expected.join())
    return fail(
      "other-columns",
      `${mart.name} should have the columns ${expected.join(", ")}, and has ${found.join(", ")}.`
    );
  const columns = mart.columns.map(
    ({name, type}) => `cast(${identifier(name)} as ${columnTypes[type]}) as ${identifier(name)}`
  );
  return ok(
    await writeMart(connection, {
      mart,
      select: `select ${columns.join(", ")} from ${source.value}`,
      directory
    })
  );
}
