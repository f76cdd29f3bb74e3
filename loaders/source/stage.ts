import type {DuckDBConnection} from "@duckdb/node-api";
import type {Result} from "../../lib/result.js";
import {join} from "node:path";
import {ok} from "../../lib/result.js";
import {inspect} from "./inspect.js";
import {readHeader} from "./header.js";
import {readRaw, rawName} from "./read.js";
import {countFilled, typeCells, typedName} from "./type.js";
import {tables} from "./tables.js";
import {stagedSql} from "./staged.js";
export interface Staged { tables: string[] }
export async function stage(connection: DuckDBConnection, directory: string, options: {onProgress?: (s: string) => void} = {}): Promise<Result<Staged>> {
  const t0 = performance.now();
  const say = (s: string) => options.onProgress?.(`${(performance.now() - t0).toFixed(0)} ${s}`);
  for (const table of tables) {
    const path = join(directory, table.file);
    const seen = await inspect(path);
    say(`inspect ${table.name} ${seen.sha256.slice(0, 6)} ${seen.utf8}`);
    const header = readHeader(table, seen.head.toString("utf8").replace(/^\uFEFF/, ""));
    if (!header.ok) return header;
    await readRaw(connection, table, path, header.value);
    say(`raw ${table.name}`);
    await typeCells(connection, table, table.columns.map(() => "iso"));
    say(`typed ${table.name}`);
    const f = await countFilled(connection, table);
    say(`filled ${table.name} ${JSON.stringify(f)}`);
    await connection.run(`DROP TABLE ${rawName(table)}`);
    say(`dropped`);
  }
  await connection.run(`CREATE OR REPLACE TEMP TABLE points AS SELECT zip, lat, lng, city, state, min("row") AS first, count(*) AS copies, lat BETWEEN -33.75116944 AND 5.27438888 AND lng BETWEEN -73.98283055 AND -34.79314722 AS mainland FROM typed_geolocation GROUP BY ALL`);
  say("points");
  for (const s of stagedSql) { await connection.run(s); say(s.slice(24, 46)); }
  return ok({tables: tables.map(typedName)});
}
