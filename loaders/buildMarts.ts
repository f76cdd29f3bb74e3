import {mkdir, rename, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {formatCount, formatNumber} from "../lib/format.js";
import {marts} from "../lib/marts/index.js";
import type {Manifest} from "../lib/marts/manifest.js";
import type {Result} from "../lib/result.js";
import {fail, ok} from "../lib/result.js";
import {spanOf} from "../lib/source/cutoff.js";
import {manifestOf} from "../lib/source/manifestOf.js";
import {isZip} from "../lib/source/zip/gather.js";
import {withDatabase} from "./database.js";
import {manifestFile, readManifest, withEarlierMarts} from "./manifest.js";
import type {Source} from "./origin.js";
import {cacheDirectory, projectRoot} from "./origin.js";
import {runMarts} from "./runMarts.js";
import type {SampleWish} from "./sampleMarts.js";
import {sampleMarts} from "./sampleMarts.js";
import {connectionOf} from "./source/connection.js";
import {stageSource} from "./source/stageSource.js";
import {syntheticFiles} from "./synthetic.js";
import type {WrittenMart} from "./writeMart.js";

export interface BuildOptions {
  source: Source;
  /** Directory to write to; made if it is missing. */
  out: string;
  /** Names of the marts to write; without it all are. */
  only?: readonly string[];
  /** ISO local time, exclusive; without it the day after the last delivered purchase. */
  cutoff?: string;
  /** Keeps the marts that grow with the customers to a sample of these, where the shop has more; with all marts only. */
  sample?: SampleWish;
  /** Where generated files are kept; without it VITRINE_CACHE, else .vitrine in the project's root. */
  cache?: string;
  /** Gets the lines that tell which data are used and which files they lack. */
  onUsed?: (line: string) => void;
  /** Gets a line per step. */
  onProgress?: (line: string) => void;
}

/** The line that tells of a written mart. */
export const progressLine = ({mart, rows, bytes, milliseconds}: WrittenMart): string =>
  [
    mart.name.padEnd(20),
    `${formatCount(rows).padStart(11)} rows`,
    `${formatNumber(bytes / 1e6).padStart(6)} MB`,
    `${formatNumber(milliseconds / 1000).padStart(6)} s`
  ].join("  ");

/** What a build says where 32 bits do not hold a sum. */
export const sumTooLarge =
  "A sum of one day, state and category or status does not fit 32 bits, which the marts have for it: build shorter periods, or part of the shop.";

/** The line that tells which data are used. */
const usedLine = (source: Source): string =>
  source.kind === "real"
    ? source.table
      ? `using ${isZip(source.table.file) ? "" : "the table "}${source.table.file} in ${source.directory}`
      : `using the files in ${source.directory}`
    : `using generated files (scale ${source.scale}, seed ${source.seed}), not a real shop's`;

/**
 * Reads the nine files once, computes the marts and writes them as Parquet with a manifest.json. The same files,
 * code and cutoff give the same bytes, but for the manifest's time. Nothing in `out` changes until all marts are
 * there. Files that cannot be read, or hold nothing to analyse, are a failure with a sentence.
 * @example await buildMarts({source: {kind: "real", directory: "data"}, out: "marts", only: ["orders"]})
 */
export async function buildMarts(options: BuildOptions): Promise<Result<Manifest>> {
  const {
    source,
    out,
    only,
    cutoff,
    onProgress,
    onUsed = onProgress,
    cache = cacheDirectory({root: projectRoot, environment: process.env})
  } = options;
  const unknown = only?.find((name) => !marts.some((mart) => mart.name === name));
  if (unknown !== undefined)
    return fail(
      "unknown-mart",
      `There is no mart "${unknown}"; there are ${marts.map(({name}) => name).join(", ")}.`
    );
  const directory =
    source.kind === "real" ? ok(source.directory) : await syntheticFiles({...source, cache, onProgress});
  if (!directory.ok) return directory;
  onUsed?.(usedLine(source));
  const building = join(out, `.building-${process.pid}`);
  try {
    await mkdir(building, {recursive: true});
  } catch (error) {
    return fail("unwritable", `Cannot write to ${out}: ${(error as Error).message}.`);
  }
  try {
    const manifest = await withDatabase(async (connect): Promise<Result<Manifest>> => {
      const connection = await connect();
      const started = performance.now();
      const staged = await stageSource(connection, source, directory.value);
      if (!staged.ok) return staged;
      for (const {file, rows, notes} of staged.value.files)
        if (rows === 0) onUsed?.(`nothing from ${file}: ${notes}`);
      const span = await spanOf(connectionOf(connection), cutoff);
      if (!span.ok) return span;
      onProgress?.(`read the files in ${formatNumber((performance.now() - started) / 1000)} s`);
      const written = await runMarts(connect, {
        names: only ?? marts.map(({name}) => name),
        parameters: {cutoff: span.value.cutoff},
        directory: building,
        onWritten: (mart) => onProgress?.(progressLine(mart))
      });
      const builtAt = new Date().toISOString();
      const {sample, written: files} = options.sample
        ? await sampleMarts(connection, {written, directory: building, wish: options.sample})
        : {written};
      return ok(
        await manifestOf(connectionOf(connection), {source, span: span.value, marts: files, builtAt, sample})
      );
    });
    return manifest.ok ? ok(await install(building, out, manifest.value, only !== undefined)) : manifest;
  } catch (error) {
    const refused = tooLarge(error as Error);
    if (refused) return refused;
    throw error;
  } finally {
    await rm(building, {recursive: true, force: true});
  }
}

/** The failure that DuckDB's error comes to where a sum of whole numbers outgrows its column; undefined for any other. */
export function tooLarge({message}: Error): Result<never> | undefined {
  return /INT(?:128|64)? .*(?:can't be cast|out of range).*INT32/s.test(message)
    ? fail("sum-too-large", sumTooLarge)
    : undefined;
}

/** Moves built files to where they are read, the manifest last, and takes away what it no longer lists. */
export async function install(
  building: string,
  out: string,
  built: Manifest,
  partial: boolean
): Promise<Manifest> {
  const earlier = await readManifest(out);
  const manifest = partial ? withEarlierMarts(built, earlier) : built;
  await writeFile(join(building, manifestFile), `${JSON.stringify(manifest)}\n`);
  for (const name of Object.keys(built.marts))
    await rename(join(building, `${name}.parquet`), join(out, `${name}.parquet`));
  await rename(join(building, manifestFile), join(out, manifestFile));
  for (const name of Object.keys(earlier?.marts ?? {}))
    if (!(name in manifest.marts)) await rm(join(out, `${name}.parquet`), {force: true});
  return manifest;
}
