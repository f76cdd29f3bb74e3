import {resolve} from "node:path";
import {parseArgs} from "node:util";
import {duckdb} from "../../lib/dialect/duckdb.js";
import type {Dialect} from "../../lib/dialect/dialect.js";
import {spark} from "../../lib/dialect/spark.js";
import {trino} from "../../lib/dialect/trino.js";
import {featuresSql} from "../../lib/features/sql.js";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import {parseCutoff} from "../../lib/source/cutoff.js";
import {csvMapping} from "./mapping.js";
import type {Step} from "./script.js";
import {allMarts, keptSteps, martSteps, preamble, scriptOf, stagingSteps} from "./script.js";
import {warehouseSource} from "./sources.js";

const help = `npm run -s plan -- --dialect spark|trino --source SOURCE --cutoff DATE --out PLACE > vitrine.sql

Prints one SQL script that stages the shop's tables, checks them, keeps the ledger, and makes all marts and the features;
"spark-sql -f vitrine.sql" runs it as it stands.

  --dialect NAME    spark, or trino (written and parsed, not tested on an engine)
  --source SOURCE   folder of the nine CSVs (spark only), folder of Parquet tables, or a .json file that maps a catalogue's
  --cutoff DATE     look at purchases before this day only, such as 2018-08-30
  --horizon DAYS    how far the features' forward label looks ahead; 180 without it
  --out PLACE       spark: path of a folder for Parquet; trino: name of a schema
`;

const dialects: Readonly<Record<string, Dialect>> = {
  [spark.name]: spark,
  [trino.name]: trino,
  [duckdb.name]: duckdb
};

/** The script that a command line asks for, or "help". */
export async function planOf(args: readonly string[]): Promise<Result<string>> {
  let values;
  try {
    ({values} = parseArgs({
      args: [...args],
      options: {
        dialect: {type: "string"},
        source: {type: "string"},
        cutoff: {type: "string"},
        horizon: {type: "string"},
        out: {type: "string"},
        help: {type: "boolean", short: "h"}
      }
    }));
  } catch (error) {
    return fail("usage", `${(error as Error).message.split(". ")[0]}. See --help.`);
  }
  if (values.help) return ok(help);
  const dialect = dialects[values.dialect ?? ""];
  if (dialect !== spark && dialect !== trino)
    return fail("usage", "Say for which engine: --dialect spark or trino.");
  if (values.source === undefined || values.out === undefined || values.cutoff === undefined)
    return fail("usage", "Say what to read, up to when, and where to write: --source, --cutoff and --out.");
  const cutoff = parseCutoff(values.cutoff);
  if (!cutoff.ok) return cutoff;
  const horizon = Number(values.horizon ?? 180);
  if (!Number.isInteger(horizon) || horizon < 0 || horizon > 3650)
    return fail("usage", "--horizon is a whole number of days from 0 to 3650.");
  const source = await warehouseSource(values.source);
  if (!source.ok) return source;
  if (source.value.kind === "csv" && dialect !== spark)
    return fail("usage", "Only Spark reads the CSVs: give a .json file that maps a catalogue's tables.");
  const mapping = source.value.kind === "csv" ? csvMapping(source.value.directory) : ok(source.value.mapping);
  if (!mapping.ok) return mapping;
  const store = {dialect, out: dialect === spark ? resolve(values.out) : values.out};
  const steps: Step[] = [
    ...preamble,
    ...stagingSteps(store, mapping.value),
    ...martSteps(store, allMarts, cutoff.value),
    ...keptSteps(store, "features", featuresSql({cutoff: cutoff.value, horizon, strict: false}, dialect))
  ];
  return ok(
    scriptOf(steps, `Vitrine: staging, ${allMarts.length} marts and the features, for ${dialect.name}`)
  );
}
