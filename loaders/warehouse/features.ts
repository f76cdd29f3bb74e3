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
import {buildMarts} from "../buildMarts.js";
import {sourceAt} from "../origin.js";
import {viewMarts} from "../views.js";
import {folderSql} from "./adopt.js";
import {buildOnSpark} from "./buildOnSpark.js";
import {keptSteps, preamble, scriptOf, viewStep} from "./script.js";
import {warehouseSource} from "./sources.js";
import {sparkSettings} from "./sparkSettings.js";
import {runSparkSql} from "./sparkSql.js";

const help = `npm run features -- --source PATH --cutoff DATE --out DIR [options]

Writes features.parquet: the 78 features and the labels of every person with an order before a day.

  --source PATH     what npm run marts reads: the nine CSVs; with Spark also Parquet tables or a mapping (.json)
  --marts DIR       marts that are built already, instead of --source
  --cutoff DATE     the day, such as 2018-03-01
  --out DIR         directory to write to
  --engine ENGINE   duckdb (the default) or spark
    --master URL    where Spark works; local[2] is the default
    --conf NAME=VALUE ...  settings of Spark's
  --horizon DAYS    how far the forward label looks ahead; 180 without it
  --strict          an order counts from its approval on
`;

export interface FeaturesOptions {
  /** Built marts; or, without, what they are to be built from. */
  marts?: string;
  source?: string;
  out: string;
  /** ISO local time. */
  cutoff: string;
  horizon: number;
  strict: boolean;
  engine: "duckdb" | "spark";
  master?: string;
  settings?: Readonly<Record<string, string>>;
}

type OfMarts = FeaturesOptions & {marts: string};

/** The folder of the marts that features are made of: the one that is given, or one that they are built in now. */
async function builtMarts(options: FeaturesOptions, scratch: string): Promise<Result<string>> {
  const {marts, source = "", engine, master, settings} = options;
  if (marts !== undefined) {
    const missing = featureInputs.find((name) => !existsSync(join(marts, `${name}.parquet`)));
    return missing === undefined
      ? ok(marts)
      : fail(
          "missing-mart",
          `There is no ${missing}.parquet in ${marts}: build the marts first (npm run marts).`
        );
  }
  const out = join(scratch, "marts");
  const read = engine === "spark" ? await warehouseSource(source) : undefined;
  if (read && !read.ok) return read;
  const built = read
    ? await buildOnSpark({source: read.value, out, only: featureInputs, master, settings})
    : await buildMarts({source: sourceAt(resolve(source)), out, only: featureInputs});
  return built.ok ? ok(out) : built;
}

/** SQL of the features that Spark wrote to a folder. */
async function onSpark(
  {marts, master = "local[2]", settings, ...parameters}: OfMarts,
  scratch: string
): Promise<Result<string>> {
  const store = {dialect: spark, out: scratch};
  const steps = [
    ...preamble,
    ...featureInputs.map((name) => viewStep(name, join(resolve(marts), `${name}.parquet`))),
    ...keptSteps(store, "features", featuresSql(parameters, spark))
  ];
  const script = join(scratch, "features.sql");
  await writeFile(script, scriptOf(steps, "Vitrine: features on Apache Spark"));
  const ran = await runSparkSql({script, master, scratch, settings});
  return ran.ok ? folderSql(scratch, "features") : ran;
}

async function inDuckDb(
  connection: DuckDBConnection,
  {marts, ...parameters}: OfMarts
): Promise<Result<string>> {
  await viewMarts(connection, marts);
  return ok(`(${featuresSql(parameters)})`);
}

/** Writes the features as Parquet; gives their rows. Nothing is left where it fails. */
export async function writeFeatures(options: FeaturesOptions): Promise<Result<number>> {
  const {out, engine} = options;
  const scratch = join(resolve(out), `.building-${process.pid}`);
  try {
    await mkdir(scratch, {recursive: true});
  } catch (error) {
    return fail("unwritable", `Cannot write to ${out}: ${(error as Error).message}.`);
  }
  try {
    const marts = await builtMarts(options, scratch);
    if (!marts.ok) return marts;
    const asked = {...options, marts: marts.value};
    return await withDatabase(async (connect) => {
      const connection = await connect();
      const source = engine === "spark" ? await onSpark(asked, scratch) : await inDuckDb(connection, asked);
      if (!source.ok) return source;
      const path = join(scratch, "features.parquet");
      await connection.run(
        `copy (from ${source.value}) to ${quote(path)} (format parquet, compression zstd)`
      );
      const [{n}] = await queryRows<{n: number}>(connection, `select count(*) as n from ${quote(path)}`);
      await rename(path, join(out, "features.parquet"));
      return ok(n);
    });
  } catch (error) {
    return fail("no-features", `The features cannot be made: ${(error as Error).message.split("\n")[0]}`);
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
        source: {type: "string"},
        marts: {type: "string"},
        cutoff: {type: "string"},
        out: {type: "string"},
        engine: {type: "string", default: "duckdb"},
        master: {type: "string"},
        conf: {type: "string", multiple: true},
        horizon: {type: "string", default: "180"},
        strict: {type: "boolean", default: false},
        help: {type: "boolean", short: "h"}
      }
    }));
  } catch (error) {
    return fail("usage", `${(error as Error).message.split(". ")[0]}. See --help.`);
  }
  if (values.help) return ok("help");
  const {source, marts, out, engine, master, strict} = values;
  if ((source === undefined) === (marts === undefined) || out === undefined || values.cutoff === undefined)
    return fail(
      "usage",
      "Say what to read, up to when, and where to write: --source or --marts, --cutoff and --out."
    );
  if (engine !== "duckdb" && engine !== "spark")
    return fail("usage", `There is no engine "${engine}": take duckdb or spark.`);
  const horizon = Number(values.horizon);
  if (!Number.isInteger(horizon) || horizon < 0 || horizon > 3650)
    return fail("usage", "--horizon is a whole number of days from 0 to 3650.");
  const settings = sparkSettings(values.conf);
  if (!settings.ok) return settings;
  const cutoff = parseCutoff(values.cutoff);
  return cutoff.ok
    ? ok({
        ...{source, marts, out, engine, master, horizon, strict},
        cutoff: cutoff.value,
        settings: settings.value
      })
    : cutoff;
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
