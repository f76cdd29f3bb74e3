import {DuckDBInstance} from "@duckdb/node-api";
import {readdirSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {ensureMarts} from "../../loaders/build.js";
import {queryRows} from "../../loaders/database.js";
import {olistDir} from "./paths.js";

/** Marts kept from one run of the tests to the next; they are built anew when the code or the files change. */
async function kept(name: string, environment: Record<string, string>): Promise<string> {
  const marts = await ensureMarts({cache: join(tmpdir(), "vitrine-tests", name), environment});
  if (!marts.ok) throw new Error(marts.message);
  return marts.value.directory;
}

/** The directory of the marts of the real files. */
export const realMarts = (): Promise<string> => kept("real", {OLIST_DIR: olistDir ?? ""});

/** The directory of the marts of a small generated shop. */
export const smallMarts = (): Promise<string> =>
  kept("small", {VITRINE_SCALE: "0.02", VITRINE_SEED: "7", OLIST_DIR: ""});

/** A DuckDB with a table for each Parquet file of a directory. */
export async function openMarts(directory?: string) {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const file of directory === undefined ? [] : readdirSync(directory))
    if (file.endsWith(".parquet"))
      await connection.run(
        `create table "${file.replace(".parquet", "")}" as from read_parquet('${join(directory ?? "", file)}')`
      );
  return {
    rows: <T>(sql: string) => queryRows<T>(connection, sql),
    run: (sql: string) => connection.run(sql),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    }
  };
}

export type OpenMarts = Awaited<ReturnType<typeof openMarts>>;
