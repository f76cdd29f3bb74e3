import type {DuckDBConnection} from "@duckdb/node-api";
import {DuckDBInstance} from "@duckdb/node-api";
import {readdirSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {MartsOptions} from "../../loaders/build.js";
import {ensureMarts} from "../../loaders/build.js";
import {queryRows} from "../../loaders/database.js";
import {olistDir} from "./paths.js";

async function directoryOf(options: MartsOptions): Promise<string> {
  const marts = await ensureMarts(options);
  if (!marts.ok) throw new Error(marts.message);
  return marts.value.directory;
}

/** Marts kept from one run of the tests to the next; they are built anew when the code or the files change. */
const kept = (name: string, environment: Record<string, string>): Promise<string> =>
  directoryOf({cache: join(tmpdir(), "vitrine-tests", name), environment});

/** The directory of the marts of the real files: where OLIST_DIR names these, the very ones that the site is built of. */
export const realMarts = (): Promise<string> =>
  process.env.OLIST_DIR && olistDir ? directoryOf({}) : kept("real", {OLIST_DIR: olistDir ?? ""});

/** The directory of the marts of a small generated shop. */
export const smallMarts = (): Promise<string> =>
  kept("small", {VITRINE_SCALE: "0.02", VITRINE_SEED: "7", OLIST_DIR: ""});

/** A DuckDB with a table for each Parquet file of a directory, or for those of some marts. */
export async function openMarts(directory?: string, only?: readonly string[]) {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const file of directory === undefined ? [] : readdirSync(directory)) {
    const name = file.replace(".parquet", "");
    if (file.endsWith(".parquet") && (only?.includes(name) ?? true))
      await connection.run(`create table "${name}" as from read_parquet('${join(directory ?? "", file)}')`);
  }
  return {
    rows: <T>(sql: string) => queryRows<T>(connection, sql),
    columns: (sql: string) => queryColumns(connection, sql),
    run: (sql: string) => connection.run(sql),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    }
  };
}

/** The columns of a query; integers of any width as numbers, dates and times as Date in UTC. */
async function queryColumns(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown[]>> {
  const columns = (await connection.runAndReadAll(sql)).getColumnsObjectJS();
  return Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [
      name,
      values.map((value) => (typeof value === "bigint" ? Number(value) : value))
    ])
  );
}

export type OpenMarts = Awaited<ReturnType<typeof openMarts>>;
