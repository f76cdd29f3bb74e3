import type {DuckDBConnection} from "@duckdb/node-api";
import {DuckDBInstance} from "@duckdb/node-api";
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";

/**
 * Opens a DuckDB in memory that spills to a temporary directory, hands `work` a function that connects to it, and
 * closes everything whatever happens.
 * @example await withDatabase(async (connect) => queryRows(await connect(), "select 1 as one")) => [{one: 1}]
 */
export async function withDatabase<T>(
  work: (connect: () => Promise<DuckDBConnection>) => Promise<T>
): Promise<T> {
  const spill = await mkdtemp(join(tmpdir(), "vitrine-spill-"));
  const instance = await DuckDBInstance.create(":memory:", {
    temp_directory: spill,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false"
  });
  const connections: DuckDBConnection[] = [];
  try {
    return await work(async () => {
      const connection = await instance.connect();
      connections.push(connection);
      return connection;
    });
  } finally {
    for (const connection of connections) connection.closeSync();
    instance.closeSync();
    await rm(spill, {recursive: true, force: true});
  }
}

/** The rows of a query as plain objects; integers of any width as numbers, dates and times as Date in UTC. */
export async function queryRows<T>(connection: DuckDBConnection, sql: string): Promise<T[]> {
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS();
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value])
    )
  ) as T[];
}
