import type {DuckDBConnection} from "@duckdb/node-api";
import {existsSync} from "node:fs";
import {mkdir, rename, rm, writeFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import {parseArgs} from "node:util";
import {spark} from "../../lib/dialect/spark.js";
import {featureInputs, featuresSql} from "../../lib/features/sql.js";
import {formatCount} from "../../lib/format.js";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import {quote} from "../../lib/sql/expressions.js";
import {parseCutoff} from "../../lib/source/cutoff.js";
import {queryRows, withDatabase} from "../database.js";
import {viewMarts} from "../views.js";
import {folderSql} from "./adopt.js";
import {keptSteps, preamble, scriptOf, viewStep} from "./script.js";
import {runSparkSql} from "./sparkSql.js";

const help = `npm run features -- --marts DIR --cutoff DATE --out DIR [options]

Writes features.parquet: the 78 features and the labels of every person with an order before a day, from built marts.

  --marts DIR       built marts (npm run marts)
  --cutoff DATE     the day, such as 2018-03-01
  --out DIR         directory to write to
  --engine ENGINE   duckdb (the default) or spark
    --master URL    where Spark works; local[2] is the default
  --horizon DAYS    how far the forward label looks ahead; 180 without it
  --strict          an order counts from its approval on
`;

export interface FeaturesOptions {
  marts: string;
  out: string;
  /** ISO local time. */
  cutoff: string;
  horizon: number;
  strict: boolean;
  engine: "duckdb" | "spark";
  master?: string;
}

/** SQL of the features that Spark wrote to a folder. */
async function onSpark({marts, master = "local[2]", ...parameters}: FeaturesOptions, scratch: string) {
  const store = {dialect: spark, out: scratch};
  const steps = [
    ...preamble,
    ...featureInputs.map((name) => viewStep(name, join(resolve(marts), `${name}.parquet`))),
    ...keptSteps(store, "features", featuresSql(parameters, spark))
  ];
  const script = join(scratch, "features.sql");
  await writeFile(script, scriptOf(steps, "Vitrine: features on Apache Spark"));
  const ran = await runSparkSql({script, master, scratch});
  return ran.ok ? folderSql(scratch, "features") : ran;
}

async function inDuckDb(
  connection: DuckDBConnection,
  {marts, ...parameters}: FeaturesOptions
): Promise<Result<string>> {
  await viewMarts(connection, marts);
  return ok(`(${featuresSql(parameters)})`);
}

/** Writes the features as Parquet; gives their rows. Nothing is left where it fails. */
export async function writeFeatures(options: FeaturesOptions): Promise<Result<number>> {
  const {marts, out, engine} = options;
  const missing = featureInputs.find((name) => !existsSync(join(marts, `${name}.parquet`)));
  if (missing !== undefined)
    return fail(
      "missing-mart",
      `There is no ${missing}.parquet in ${marts}: build the marts first (npm run marts).`
    );
  const scratch = join(resolve(out), `.building-${process.pid}`);
  await mkdir(scratch, {recursive: true});
  try {
    return await withDatabase(async (connect) => {
      const connection = await connect();
      const source =
        engine === "spark" ? await onSpark(options, scratch) : await inDuckDb(connection, options);
      if (!source.ok) return source;
      const path = join(scratch, "features.parquet");
      await connection.run(
        `copy (from ${source.value}) to ${quote(path)} (format parquet, compression zstd)`
      );
      const [{n}] = await queryRows<{n: number}>(connection, `select count(*) as n from ${quote(path)}`);
      await rename(path, join(out, "features.parquet"));
      return ok(n);
    });
  } finally {
    await rm(scratch, {recursive: true, force: true});
  }
}

function parse(args: readonly string[]): Result<FeaturesOptions | "help"> {
  let values;
  try {
    ({values} = parseArgs({
      args: [...args],
      options: {
        marts: {type: "string"},
        cutoff: {type: "string"},
        out: {type: "string"},
        engine: {type: "string", default: "duckdb"},
        master: {type: "string"},
        horizon: {type: "string", default: "180"},
        strict: {type: "boolean", default: false},
        help: {type: "boolean", short: "h"}
      }
    }));
  } catch (error) {
    return fail("usage", `${(error as Error).message.split(". ")[0]}. See --help.`);
  }
  if (values.help) return ok("help");
  const {marts, out, engine, master, strict} = values;
  if (marts === undefined || out === undefined || values.cutoff === undefined)
    return fail("usage", "Say which marts, up to when, and where to write: --marts, --cutoff and --out.");
  if (engine !== "duckdb" && engine !== "spark")
    return fail("usage", `There is no engine "${engine}": take duckdb or spark.`);
  const horizon = Number(values.horizon);
  if (!Number.isInteger(horizon) || horizon < 0 || horizon > 3650)
    return fail("usage", "--horizon is a whole number of days from 0 to 3650.");
  const cutoff = parseCutoff(values.cutoff);
  return cutoff.ok ? ok({marts, out, cutoff: cutoff.value, engine, master, horizon, strict}) : cutoff;
}

/** Runs a command line; gives the exit code. */
export async function features(args: readonly string[], print: (line: string) => void): Promise<number> {
  const options = parse(args);
  if (options.ok && options.value === "help") {
    print(help);
    return 0;
  }
  const written = options.ok && options.value !== "help" ? await writeFeatures(options.value) : options;
  if (!written.ok) {
    process.stderr.write(`${written.message}\n`);
    return 1;
  }
  print(`features.parquet: ${formatCount(Number(written.value))} people`);
  return 0;
}
