import {resolve} from "node:path";
import {parseArgs} from "node:util";
import {formatCount, formatNumber} from "../lib/format.js";
import type {Result} from "../lib/result.js";
import {fail, ok} from "../lib/result.js";
import type {BuildOptions} from "./build.js";
import {buildMarts} from "./build.js";
import type {Manifest} from "../lib/marts/manifest.js";
import {parseCutoff} from "../lib/source/cutoff.js";
import type {SampleWish} from "./sampleMarts.js";
import {syntheticFiles} from "./synthetic.js";
import {buildOnSpark} from "./warehouse/buildOnSpark.js";
import {warehouseSource} from "./warehouse/sources.js";
import {sparkSettings} from "./warehouse/sparkSettings.js";
import {cacheDirectory, chooseSource, defaultScale, defaultSeed, projectRoot, sourceAt} from "./origin.js";

const help = `npm run marts -- --out DIR [options]

Reads the nine Olist files, or one table of transactions, as CSV or Parquet, and writes the marts as Parquet, with a manifest.json.

  --source PATH     directory of the files, or a table of transactions such as orders.csv or orders.parquet, or a zip of
                    either; without it OLIST_DIR, else data/, else generated files
    --mapping FILE  which column of the table is what, as saved on the page “Your data”; without it, by their names
  --synthetic       generated files
    --scale S       size of the generated shop, 0.01 to 100; 1 (the default) is the size of the real one
    --seed N        another generated shop for each whole number; ${defaultSeed} is the default
  --out DIR         directory to write to
  --only NAME ...   only these marts
  --cutoff DATE     look at purchases before this day only, such as 2018-08-30; without it all delivered ones
  --sample-customers N  where the shop has more customers, keep the marts that grow with them to about N, each with all
                    orders, chosen by a hash of the id; sums and counts stay whole, and the site says so
    --sample-seed N other customers for each whole number; 1 is the default
  --engine ENGINE   duckdb (the default), or spark: Apache Spark computes the marts; --source may then be
                    a folder of Parquet tables or a .json file that maps a catalogue's tables as well
    --master URL    where Spark works: local[2] (the default), spark://HOST:PORT, k8s://URL, yarn
    --memory SIZE   of Spark's driver, such as 8g; 4g is the default
    --conf NAME=VALUE ...  settings of Spark's, such as spark.sql.catalogImplementation=hive
  --help            this text
`;

/** Apache Spark as the engine, and what it reads. */
interface Engine {
  source?: string;
  master?: string;
  memory?: string;
  settings?: Readonly<Record<string, string>>;
}

/** What a command line asks for; "help", or a failure with a sentence. */
export function parseCommand(args: readonly string[]): Result<(BuildOptions & {engine?: Engine}) | "help"> {
  const parsed = read(args);
  if (!parsed.ok) return parsed;
  const {values, positionals} = parsed.value;
  if (values.help) return ok("help");
  if (positionals.length > 0 && !values.only)
    return fail("usage", `What is "${positionals[0]}"? Names of marts follow --only.`);
  if (values.out === undefined) return fail("usage", "Say where to write the marts: --out DIR.");
  if (values.synthetic && values.source !== undefined)
    return fail("usage", "Take either --source or --synthetic, not both.");
  if (!values.synthetic && (values.scale ?? values.seed) !== undefined)
    return fail("usage", "--scale and --seed need --synthetic.");
  if (values.mapping !== undefined && values.source === undefined)
    return fail("usage", "--mapping needs --source.");
  const cutoff = values.cutoff === undefined ? ok(undefined) : parseCutoff(values.cutoff);
  if (!cutoff.ok) return cutoff;
  const only =
    values.only && [...values.only, ...positionals].flatMap((names) => names.split(",")).filter(Boolean);
  const source = values.synthetic
    ? {
        kind: "synthetic" as const,
        scale: Number(values.scale ?? defaultScale),
        seed: Number(values.seed ?? defaultSeed)
      }
    : values.source !== undefined
      ? sourceAt(resolve(values.source), values.mapping)
      : chooseSource({root: projectRoot, environment: process.env});
  const {engine = "duckdb", master, memory, conf} = values;
  if (engine !== "duckdb" && engine !== "spark")
    return fail("usage", `There is no engine "${engine}": take duckdb or spark.`);
  if (engine === "duckdb" && (master ?? memory ?? conf) !== undefined)
    return fail("usage", "--master, --memory and --conf need --engine spark.");
  if (engine === "spark" && values.mapping !== undefined)
    return fail("usage", "Spark takes a mapping of tables by --source FILE.json, not by --mapping.");
  const settings = sparkSettings(conf);
  if (!settings.ok) return settings;
  const sample = wishOf(values["sample-customers"], values["sample-seed"]);
  if (!sample.ok) return sample;
  if (sample.value && only) return fail("usage", "--sample-customers is for all marts: leave out --only.");
  const asked = {source, out: resolve(values.out), only, cutoff: cutoff.value, sample: sample.value};
  return ok(
    engine === "spark"
      ? {...asked, engine: {source: values.source, master, memory, settings: settings.value}}
      : asked
  );
}

/** What --sample-customers and --sample-seed say; undefined without. */
function wishOf(customers?: string, seed?: string): Result<SampleWish | undefined> {
  if (customers === undefined)
    return seed === undefined ? ok(undefined) : fail("usage", "--sample-seed needs --sample-customers.");
  const wish = {customers: Number(customers), seed: Number(seed ?? 1)};
  if (!Number.isSafeInteger(wish.customers) || wish.customers < 1 || !Number.isSafeInteger(wish.seed))
    return fail("usage", "--sample-customers is a whole number from 1, and --sample-seed a whole number.");
  return ok(wish);
}

function read(args: readonly string[]) {
  try {
    return ok(
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          source: {type: "string"},
          mapping: {type: "string"},
          synthetic: {type: "boolean"},
          scale: {type: "string"},
          seed: {type: "string"},
          out: {type: "string"},
          only: {type: "string", multiple: true},
          cutoff: {type: "string"},
          engine: {type: "string"},
          master: {type: "string"},
          memory: {type: "string"},
          conf: {type: "string", multiple: true},
          "sample-customers": {type: "string"},
          "sample-seed": {type: "string"},
          help: {type: "boolean", short: "h"}
        }
      })
    );
  } catch (error) {
    return fail("usage", `${(error as Error).message.split(". ")[0]}. See --help.`);
  }
}

/** Builds with the engine that is asked for. */
async function build(
  {engine, ...options}: BuildOptions & {engine?: Engine},
  onProgress: (line: string) => void
): Promise<Result<Manifest>> {
  if (engine === undefined) return buildMarts({...options, onProgress});
  const {source} = options;
  const directory =
    source.kind === "real"
      ? ok(source.directory)
      : await syntheticFiles({
          ...source,
          cache: cacheDirectory({root: projectRoot, environment: process.env}),
          onProgress
        });
  if (!directory.ok) return directory;
  const read = await warehouseSource(engine.source ?? directory.value);
  return read.ok
    ? buildOnSpark({...options, ...engine, source: read.value, origin: source, onProgress})
    : read;
}

/** Runs a command line; gives the exit code: 0 done, 1 files refused, 2 a command line that says nothing. */
export async function main(args: readonly string[], print: (line: string) => void): Promise<number> {
  const command = parseCommand(args);
  if (!command.ok) {
    process.stderr.write(`${command.message}\n`);
    return 2;
  }
  if (command.value === "help") {
    print(help);
    return 0;
  }
  const started = performance.now();
  const built = await build(command.value, print);
  if (!built.ok) {
    process.stderr.write(`${built.message}\n`);
    return built.code === "unknown-mart" ? 2 : 1;
  }
  const all = Object.values(built.value.marts);
  print(
    `${formatCount(all.length)} marts, ${formatNumber(all.reduce((sum, {bytes}) => sum + bytes, 0) / 1e6)} MB, ` +
      `in ${formatNumber((performance.now() - started) / 1000)} s: ${command.value.out}`
  );
  return 0;
}
