import start, {Compression, Table, WriterPropertiesBuilder, writeParquet} from "parquet-wasm/esm";
import type {OwnEngine} from "./connection.js";

let started: Promise<unknown> | undefined;

/** Starts Parquet's writer once; where that fails, the next call tries again. */
export function parquetWriter(): Promise<unknown> {
  started ??= start({module_or_path: import.meta.resolve("npm:parquet-wasm/esm/parquet_wasm_bg.wasm")});
  started.catch(() => (started = undefined));
  return started;
}

/** Arrow has no integers of 128 bits: they become doubles, as in the Parquet files that DuckDB writes. */
const plainly = ({column_name: name, column_type: type}: Record<string, unknown>) => {
  const column = `"${String(name)}"`;
  return type === "HUGEINT" ? `cast(${column} as double) as ${column}` : column;
};

/** A SELECT's answer as a Parquet file, like those that a build writes. */
export async function parquetOf(
  {connection, stream}: OwnEngine,
  select: string
): Promise<{rows: number; parquet: Uint8Array<ArrayBuffer>}> {
  await parquetWriter();
  const columns = (await connection.rows(`describe ${select}`)).map(plainly);
  const table = Table.fromIPCStream(await stream(`select ${columns.join(", ")} from (${select})`));
  const rows = table.recordBatches().reduce((sum, batch) => {
    const {numRows} = batch;
    batch.free();
    return sum + numRows;
  }, 0);
  const properties = new WriterPropertiesBuilder()
    .setCompression(Compression.ZSTD)
    .setMaxRowGroupSize(1_000_000)
    .build();
  return {rows, parquet: writeParquet(table, properties) as Uint8Array<ArrayBuffer>};
}
