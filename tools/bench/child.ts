/** One measured run in a process of its own: prints its time and its peak memory. */
import {readdirSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {buildMarts} from "../../loaders/build.js";

const [work, directory, out] = process.argv.slice(2);

async function readOnly(): Promise<void> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  for (const file of readdirSync(directory).filter((name) => name.endsWith(".csv")))
    await connection.run(
      `create table t${file.replace(/\W/g, "_")} as select * from read_csv('${join(directory, file).replaceAll("'", "''")}')`
    );
}

const started = performance.now();
if (work === "read") await readOnly();
else {
  const built = await buildMarts({source: {kind: "real", directory}, out});
  if (!built.ok) throw new Error(built.message);
}
console.log(JSON.stringify({ms: performance.now() - started, peakMb: process.resourceUsage().maxRSS / 1024}));
