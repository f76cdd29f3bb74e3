import type {DuckDBConnection} from "@duckdb/node-api";
import {stat} from "node:fs/promises";
import {join} from "node:path";
import type {Mart} from "../lib/marts/mart.js";
import {quote} from "../lib/sql/expressions.js";

export interface WrittenMart {
  mart: Mart;
  rows: number;
  /** Of the whole mart, where it is kept to a sample of the customers. */
  rowsBefore?: number;
  bytes: number;
  milliseconds: number;
}

/** Readers in the tab scan whole columns: filters inside the file would only add to its size. */
const common =
  "format parquet, compression zstd, parquet_version v2, row_group_size 1000000, write_bloom_filter false";

/** Packed harder, at a price in time that only small marts can pay. */
const small = `${common}, compression_level 22, dictionary_size_limit 300`;
const large = `${common}, compression_level 3`;

/** Writes `directory/name.parquet` from a SELECT. */
export async function writeMart(
  connection: DuckDBConnection,
  {mart, select, directory}: {mart: Mart; select: string; directory: string}
): Promise<WrittenMart> {
  const started = performance.now();
  const path = join(directory, `${mart.name}.parquet`);
  const written = await connection.runAndReadAll(
    `copy (${select}) to ${quote(path)} (${mart.small ? small : large})`
  );
  return {
    mart,
    rows: Number(written.getRows()[0][0]),
    bytes: (await stat(path)).size,
    milliseconds: performance.now() - started
  };
}
