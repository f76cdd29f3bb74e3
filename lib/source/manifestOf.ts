import type {Manifest, ManifestInput} from "../marts/manifest.js";
import type {Mart} from "../marts/mart.js";
import type {CustomerSample} from "../marts/sample.js";
import type {Connection} from "./connection.js";
import type {Span} from "./cutoff.js";
import {toldOf} from "./toldOf.js";

const inputsSql = `select f.table_name as "table", f.file, f.rows,
    f.rows - coalesce((select sum(e.rows) from staged_excluded e where e.table_name = f.table_name), 0) as used,
    f.bytes, f.sha256, coalesce(f.notes, '') as notes
  from staged_files f
  order by f.table_name`;

/** A mart's file, as it was written. */
export interface MartFile {
  mart: Mart;
  rows: number;
  bytes: number;
  rowsBefore?: number;
}

/** What the files are: a shop's, or generated. */
type Origin = {kind: "real"} | {kind: "synthetic"; seed: number; scale: number};

interface ManifestParts {
  source: Origin;
  span: Span;
  marts: readonly MartFile[];
  builtAt: string;
  sample?: CustomerSample;
}

/** What was built, from what, when (`builtAt`: UTC, ISO) and by which engine. */
export async function manifestOf(
  connection: Connection,
  {source, span, marts, builtAt, sample}: ManifestParts
): Promise<Manifest> {
  const [{engine}] = await connection.rows("select version() as engine");
  return {
    source: source.kind,
    built_at: builtAt,
    engine: `DuckDB ${engine}`,
    ...(source.kind === "synthetic" ? {seed: source.seed, scale: source.scale} : {}),
    cutoff: span.cutoff,
    first_purchase: span.firstPurchase,
    last_purchase: span.lastPurchase,
    ...(await toldOf(connection)),
    ...(sample ? {sample} : {}),
    inputs: (await connection.rows(inputsSql)) as unknown as ManifestInput[],
    marts: Object.fromEntries(
      marts.map(({mart, rows, bytes, rowsBefore}) => [
        mart.name,
        {
          rows,
          ...(rowsBefore === undefined ? {} : {grain: "customer" as const, rows_before: rowsBefore}),
          ...{bytes, row: mart.row, columns: mart.columns.map(({name}) => name)}
        }
      ])
    )
  };
}
