import type {DuckDBConnection} from "@duckdb/node-api";

type Column = {type: "integer" | "utinyint" | "float"; values: ArrayLike<number>};

/** Writes columns of the same length as a Parquet file; a float that is NaN is null. */
export async function writeColumns(
  connection: DuckDBConnection,
  path: string,
  columns: Readonly<Record<string, Column>>
): Promise<void> {
  const names = Object.keys(columns);
  const list = Object.values(columns);
  await connection.run(
    `create or replace temp table published (${names.map((name, i) => `"${name}" ${list[i].type}`).join(", ")})`
  );
  const appender = await connection.createAppender("published");
  for (let row = 0; row < list[0].values.length; row++) {
    for (const {type, values} of list)
      if (type === "integer") appender.appendInteger(values[row]);
      else if (type === "utinyint") appender.appendUTinyInt(values[row]);
      else if (Number.isNaN(values[row])) appender.appendNull();
      else appender.appendFloat(values[row]);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(
    `copy published to '${path.replaceAll("'", "''")}' (format parquet, compression zstd, compression_level 19, parquet_version v2, row_group_size 1000000, write_bloom_filter false)`
  );
}
