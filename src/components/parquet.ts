import {decompress} from "fzstd";
import {parquetRead} from "hyparquet";

/** The columns of a Parquet file, read without DuckDB: whole numbers as numbers, times as Dates (UTC). */
export async function parquetColumns(bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, unknown[]>> {
  const columns: Record<string, unknown[]> = {};
  await parquetRead({
    file: bytes.buffer,
    compressors: {ZSTD: (input, size) => decompress(input, new Uint8Array(size))},
    onChunk({columnName, columnData, rowStart}) {
      const column = (columns[columnName] ??= []);
      for (let i = 0; i < columnData.length; i++) {
        const value: unknown = columnData[i];
        column[rowStart + i] = typeof value === "bigint" ? Number(value) : value;
      }
    }
  });
  return columns;
}
