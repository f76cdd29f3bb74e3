import type {FileMetaData, SchemaElement} from "hyparquet";
import type {Result} from "../../result.js";
import type {ByteTools, SourceFile} from "../folder.js";
import {fail, ok} from "../../result.js";
import {refuse} from "../refusal.js";
import {scaleOf} from "./cellText.js";

/** A column of a Parquet file: what it holds, and what keeps it from being read as cells, if anything does. */
export interface ParquetColumn {
  name: string;
  element: SchemaElement;
  /** Decimals of a column of exact decimals. */
  scale?: number;
  fault?: {problem: string; repair: string};
}

/** A Parquet file that can be read: its columns, in order. */
export interface ParquetFile {
  file: {byteLength: number; slice: (start: number, end?: number) => Promise<ArrayBuffer>};
  metadata: FileMetaData;
  columns: ParquetColumn[];
}

const readCodecs = ["UNCOMPRESSED", "SNAPPY", "ZSTD", "GZIP"];

/** Whether a file's first bytes are those of Parquet, perhaps encrypted. @example isParquet(new TextEncoder().encode("PAR1")) => true */
export const isParquet = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x41 && head[2] === 0x52 && (head[3] === 0x31 || head[3] === 0x45);

/** The sentence about a file that is not whole. */
export const refuseDamaged = <T = never>(file: string, reason: string): Result<T> =>
  refuse("binary-file", {
    file,
    problem: `is a damaged Parquet file (${reason})`,
    repair: "write or download it again"
  });

const refuseEncrypted = (file: string) =>
  refuse("binary-file", {
    file,
    problem: "is an encrypted Parquet file",
    repair: "write it without encryption"
  });

/** The columns as they stand in the schema: those that are lists, maps or records of several are one with a fault. */
function columnsOf({schema, row_groups: groups}: FileMetaData): ParquetColumn[] {
  const columns: ParquetColumn[] = [];
  const codecs = new Map(
    (groups as Partial<FileMetaData["row_groups"]>)[0]?.columns.map(({meta_data: data}) => [
      data?.path_in_schema[0],
      data?.codec
    ])
  );
  let at = 1;
  const after = (from: number): number => {
    let next = from + 1;
    for (let child = 0; child < (schema[from].num_children ?? 0); child++) next = after(next);
    return next;
  };
  while (at < schema.length) {
    const element = schema[at];
    const {name} = element;
    const codec = codecs.get(name);
    const nested = element.num_children !== undefined || element.repetition_type === "REPEATED";
    const bytes =
      element.converted_type === "INTERVAL" ||
      element.converted_type === "BSON" ||
      element.logical_type?.type === "VARIANT";
    const fault = nested
      ? {problem: "holds lists or records, not one value a row", repair: "write one value a row"}
      : bytes
        ? {problem: "holds values of a kind that no table of a shop has", repair: "write it as text"}
        : codec !== undefined && !readCodecs.includes(codec)
          ? {
              problem: `is compressed with ${codec}, which is not read here`,
              repair: "write the file with Snappy or Zstandard"
            }
          : undefined;
    const scale = nested ? undefined : scaleOf(element);
    columns.push({name, element, ...(scale === undefined ? {} : {scale}), ...(fault ? {fault} : {})});
    at = after(at);
  }
  return columns;
}

/**
 * The metadata with exact decimals as the whole numbers that they are stored as, which keep all their digits, and with days as
 * days where a file says so in one of the two ways alone.
 */
const plainly = (metadata: FileMetaData): FileMetaData => ({
  ...metadata,
  schema: metadata.schema.map((element) =>
    scaleOf(element) !== undefined
      ? {...element, converted_type: undefined, logical_type: undefined}
      : element.logical_type?.type === "DATE"
        ? {...element, converted_type: "DATE" as const}
        : element
  )
});

/** A Parquet file's columns; a sentence where it is damaged or encrypted. Its values are not read. */
export async function openParquet(
  name: string,
  source: SourceFile,
  head: Uint8Array,
  {parquet}: Pick<ByteTools, "parquet">
): Promise<Result<ParquetFile>> {
  if (head[3] === 0x45) return refuseEncrypted(name);
  try {
    const file = {
      byteLength: await source.size(),
      slice: (start: number, end?: number) => source.slice(start, end)
    };
    const metadata = await parquet.metadata(file);
    const parts = metadata.row_groups.flatMap(({columns}) => columns);
    if (parts.some(({crypto_metadata: crypto, encrypted_column_metadata: more}) => crypto ?? more))
      return refuseEncrypted(name);
    return ok({file, metadata: plainly(metadata), columns: columnsOf(metadata)});
  } catch (error) {
    if ((error as {code?: unknown}).code !== undefined) throw error;
    return refuseDamaged(name, "its end, which tells of the rest, cannot be read");
  }
}

/** A failure of the reading of values. */
export const notRead = (name: string, error: unknown): Result<never> => {
  const {message} = error as Error;
  const codec = /codec: (\w+)/.exec(message)?.[1];
  return codec
    ? fail(
        "binary-file",
        `${name} is compressed with ${codec}, which is not read here: write the file with Snappy or Zstandard.`
      )
    : refuseDamaged(name, message.replace(/^parquet /, "").split("\n")[0]);
};
