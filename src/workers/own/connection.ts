import {AsyncDuckDB, VoidLogger} from "@duckdb/duckdb-wasm";
import type {AsyncDuckDBConnection} from "@duckdb/duckdb-wasm";
import type {Connection, Row} from "../../lib/source/connection.js";

/** What DuckDB is started from: its program, and the address of its worker's script. */
export interface EngineParts {
  program: Blob;
  script: string;
}

/** A DuckDB of its own, in a worker of this worker. */
export interface OwnEngine {
  database: AsyncDuckDB;
  connection: Connection;
  /** The answer to a query as an Arrow IPC stream. */
  stream: (sql: string) => Promise<Uint8Array>;
  stop(): void;
}

/** The mark that Arrow's files have before the stream that they hold. */
const fileMark = 8;

const plainValue = (value: unknown) => (typeof value === "bigint" ? Number(value) : value);

async function rowsOf(connection: AsyncDuckDBConnection, sql: string): Promise<Row[]> {
  const table = await connection.query(sql);
  const names = table.schema.fields.map(({name}) => name);
  return Array.from({length: table.numRows}, (_, row) =>
    Object.fromEntries(names.map((name, column) => [name, plainValue(table.getChildAt(column)?.get(row))]))
  ) as Row[];
}

/** Starts DuckDB. Functions that need an extension would take it down: it loads none. */
export async function startEngine({program, script}: EngineParts): Promise<OwnEngine> {
  const worker = new Worker(script);
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const address = URL.createObjectURL(program);
  await database.instantiate(address).finally(() => URL.revokeObjectURL(address));
  await database.open({query: {castDecimalToDouble: true}});
  const connection = await database.connect();
  const run = (sql: string) => connection.query(sql);
  await run("SET autoload_known_extensions=false; SET autoinstall_known_extensions=false");
  return {
    database,
    connection: {run, rows: (sql) => rowsOf(connection, sql)},
    async stream(sql) {
      const file = await connection.useUnsafe((bindings, id) => bindings.runQuery(id, sql));
      return file.subarray(fileMark);
    },
    stop: () => worker.terminate()
  };
}
