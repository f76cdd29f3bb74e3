import type {DuckDBConnection} from "@duckdb/node-api";
import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {Manifest, ManifestInput} from "../lib/marts/manifest.js";
import type {Span} from "./cutoff.js";
import {queryRows} from "./database.js";
import type {Source} from "./origin.js";
import type {WrittenMart} from "./writeMart.js";

export const manifestFile = "manifest.json";

const inputsSql = `select f.table_name as "table", f.file, f.rows,
    f.rows - coalesce((select sum(e.rows) from staged_excluded e where e.table_name = f.table_name), 0) as used,
    f.bytes, f.sha256, coalesce(f.notes, '') as notes
  from staged_files f
  order by f.table_name`;

/** What was built, from what, when and by which engine. */
export async function manifestOf(
  connection: DuckDBConnection,
  {source, span, marts}: {source: Source; span: Span; marts: readonly WrittenMart[]}
): Promise<Manifest> {
  const [{engine}] = await queryRows<{engine: string}>(connection, "select version() as engine");
  return {
    source: source.kind,
    built_at: new Date().toISOString(),
    engine: `DuckDB ${engine}`,
    ...(source.kind === "synthetic" ? {seed: source.seed, scale: source.scale} : {}),
    cutoff: span.cutoff,
    first_purchase: span.firstPurchase,
    last_purchase: span.lastPurchase,
    inputs: await queryRows<ManifestInput>(connection, inputsSql),
    marts: Object.fromEntries(
      marts.map(({mart, rows, bytes}) => [
        mart.name,
        {rows, bytes, row: mart.row, columns: mart.columns.map(({name}) => name)}
      ])
    )
  };
}

/** The manifest of a directory; undefined where there is none that can be read. */
export async function readManifest(directory: string): Promise<Manifest | undefined> {
  const path = join(directory, manifestFile);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(await readFile(path, "utf8")) as Manifest;
  } catch {
    return undefined;
  }
}

/** A manifest with the marts of an earlier one that was made of the same files with the same cutoff. */
export function withEarlierMarts(manifest: Manifest, earlier: Manifest | undefined): Manifest {
  const origin = ({source, cutoff, inputs}: Manifest) =>
    JSON.stringify([source, cutoff, inputs.map(({sha256}) => sha256)]);
  return earlier && origin(earlier) === origin(manifest)
    ? {...manifest, marts: {...earlier.marts, ...manifest.marts}}
    : manifest;
}
