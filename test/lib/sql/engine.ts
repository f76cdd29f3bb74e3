import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {createDuckDB, NODE_RUNTIME, VoidLogger} from "@duckdb/duckdb-wasm/blocking";
import {decodeColumn} from "../../../lib/sql/decode.js";
import type {Column, Values} from "../../../lib/sql/decode.js";
import {engineSettings} from "../../../lib/sql/engineSettings.js";
import {describeSql, projectionSql, resultColumns} from "../../../lib/sql/projection.js";

const folder = dirname(createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
const modules = (platform: string) => ({mainModule: join(folder, `duckdb-${platform}.wasm`), mainWorker: ""});

/** The engine of the browser, in this process. */
export async function startEngine() {
  const database = await createDuckDB(
    {mvp: modules("mvp"), eh: modules("eh")},
    new VoidLogger(),
    NODE_RUNTIME
  );
  await database.instantiate();
  database.open({});
  const connection = database.connect();
  connection.query(engineSettings);
  const raw = (sql: string) => connection.query(sql);
  const vectors = (sql: string): Values[] => {
    const table = raw(sql);
    return table.schema.fields.map((_, i) => table.getChildAt(i) as Values);
  };
  const run = (sql: string): Record<string, Column> => {
    const [names = [], types = []] = vectors(describeSql(sql)).map((values) => [...values] as string[]);
    const columns = resultColumns(names.map((name, i) => [name, types[i] ?? ""] as const));
    const result = vectors(projectionSql(sql, columns));
    return Object.fromEntries(columns.map((column, i) => [column.name, decodeColumn(column, result[i])]));
  };
  return {raw, run, first: (sql: string) => Object.values(run(sql)).map((column) => column[0])};
}
