import type {DuckDBConnection} from "@duckdb/node-api";
import {mkdir, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {spark} from "../../lib/dialect/spark.js";
import {formatNumber} from "../../lib/format.js";
import {martNamed} from "../../lib/marts/index.js";
import type {Manifest} from "../../lib/marts/manifest.js";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import {install, progressLine} from "../buildMarts.js";
import {spanOf} from "../../lib/source/cutoff.js";
import {withDatabase} from "../database.js";
import {manifestOf} from "../../lib/source/manifestOf.js";
import {connectionOf} from "../source/connection.js";
import type {SampleWish} from "../sampleMarts.js";
import {sampleMarts} from "../sampleMarts.js";
import type {WrittenMart} from "../writeMart.js";
import {adopt, folderSql} from "./adopt.js";
import type {Step} from "./script.js";
import {allMarts, martSteps, preamble, scriptOf, stagingSteps} from "./script.js";
import type {WarehouseSource} from "./sources.js";
import {stageToParquet} from "./sources.js";
import {runSparkSql, sparkVersion} from "./sparkSql.js";

export interface SparkBuild {
  source: WarehouseSource;
  /** What the manifest says of the shop; a real one without it. */
  origin?: {kind: "real"} | {kind: "synthetic"; seed: number; scale: number};
  out: string;
  only?: readonly string[];
  /** As `buildMarts` has it. */
  sample?: SampleWish;
  cutoff?: string;
  /** Where Spark works; local[2] without it. */
  master?: string;
  memory?: string;
  settings?: Readonly<Record<string, string>>;
  onProgress?: (line: string) => void;
}

/** Runs steps as one script of Spark's. */
async function run(steps: readonly Step[], scratch: string, options: SparkBuild): Promise<Result<string>> {
  const script = join(scratch, "script.sql");
  await writeFile(script, scriptOf(steps, "Vitrine: marts on Apache Spark"));
  const {master = "local[2]", memory, settings} = options;
  return runSparkSql({script, master, scratch, memory, settings});
}

/** Has the connection know tables that Spark staged. */
async function knowStaged(connection: DuckDBConnection, from: string): Promise<Result<undefined>> {
  for (const name of ["staged_orders", "staged_files", "staged_excluded"]) {
    const folder = folderSql(from, name);
    if (!folder.ok) return folder;
    await connection.run(`create view ${name} as from ${folder.value}`);
  }
  return ok(undefined);
}

/**
 * Computes the marts on Apache Spark and writes them as `buildMarts` does, with a manifest. CSVs are read by our own
 * importer, whose staged tables Spark then works on; other tables are staged, checked and counted by Spark as well.
 * Nothing in `out` changes until all is there. Fails with a sentence.
 * @example await buildOnSpark({source: {kind: "csv", directory: "data"}, out: "marts", master: "local[2]"})
 */
export async function buildOnSpark(options: SparkBuild): Promise<Result<Manifest>> {
  const {source, out, only, onProgress} = options;
  const names = only ?? allMarts;
  const unknown = names.find((name) => martNamed(name) === undefined);
  if (unknown !== undefined)
    return fail("unknown-mart", `There is no mart "${unknown}"; there are ${allMarts.join(", ")}.`);
  const building = join(out, `.building-${process.pid}`);
  const scratch = join(building, "spark");
  try {
    await mkdir(scratch, {recursive: true});
  } catch (error) {
    return fail("unwritable", `Cannot write to ${out}: ${(error as Error).message}.`);
  }
  const store = {dialect: spark, out: scratch};
  try {
    const manifest = await withDatabase(async (connect): Promise<Result<Manifest>> => {
      const connection = await connect();
      let started = performance.now();
      const took = (what: string) => {
        onProgress?.(`${what} in ${formatNumber((performance.now() - started) / 1000)} s`);
        started = performance.now();
      };
      let named: readonly Step[] = [];
      if (source.kind === "csv") {
        const staged = await stageToParquet(connection, source.directory, join(building, "staged"));
        if (!staged.ok) return staged;
        named = staged.value;
      } else {
        const steps = stagingSteps(store, source.mapping);
        const ran = await run([...preamble, ...steps], scratch, options);
        const known = ran.ok ? await knowStaged(connection, scratch) : ran;
        if (!known.ok) return known;
        named = steps.filter(({sql}) => /^create or replace temporary view staged_/.test(sql));
      }
      took(source.kind === "csv" ? "read the files" : "Spark staged the tables");
      const span = await spanOf(connectionOf(connection), options.cutoff);
      if (!span.ok) return span;
      const steps = martSteps(store, names, span.value.cutoff);
      const ran = await run([...preamble, ...named, ...steps], scratch, options);
      if (!ran.ok) return ran;
      took(`Spark ${sparkVersion} computed ${names.length} marts`);
      const written: WrittenMart[] = [];
      for (const name of names) {
        const mart = martNamed(name);
        const adopted = mart && (await adopt(connection, {mart, from: scratch, directory: building}));
        if (!adopted) throw new RangeError(`no mart: ${name}`);
        if (!adopted.ok) return adopted;
        written.push(adopted.value);
        onProgress?.(progressLine(adopted.value));
      }
      const described = await manifestOf(connectionOf(connection), {
        source: options.origin ?? {kind: "real"},
        builtAt: new Date().toISOString(),
        span: span.value,
        ...(options.sample
          ? await sampleMarts(connection, {written, directory: building, wish: options.sample}).then(
              ({written: files, sample}) => ({marts: files, sample})
            )
          : {marts: written})
      });
      return ok({...described, engine: `Apache Spark ${sparkVersion}`});
    });
    if (!manifest.ok) return manifest;
    return ok(await install(building, out, manifest.value, only !== undefined));
  } catch (error) {
    return fail(
      "not-adopted",
      `What Spark wrote is no mart of ours: ${(error as Error).message.split("\n")[0]}`
    );
  } finally {
    await rm(building, {recursive: true, force: true});
  }
}
