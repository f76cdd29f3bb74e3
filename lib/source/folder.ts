import type {AsyncBuffer, FileMetaData, parquetRead} from "hyparquet";

/** What reads Parquet: a file's metadata, and its values. */
export interface ParquetReader {
  metadata(file: AsyncBuffer): Promise<FileMetaData>;
  read(options: Parameters<typeof parquetRead>[0]): Promise<void>;
}

/** A file's bytes, which can be read from the start as often as they are asked for. */
export interface SourceFile {
  /** What DuckDB's read_csv opens. */
  path: string;
  /** Rejects with an error that has a `code` where the file cannot be read. */
  chunks(): AsyncIterable<Uint8Array>;
  /** Its length in bytes. */
  size(): Promise<number>;
  /** Some of its bytes, up to the end without `end`. */
  slice(start: number, end?: number): Promise<ArrayBuffer>;
}

/** A file that was written to read another. */
export interface Copy extends SourceFile {
  discard(): Promise<void>;
}

/** Where a shop's files stand: a directory, or what a reader dropped on a page. */
export interface Folder {
  /** As sentences name it. */
  name: string;
  /** The names of what stands in it, sorted; undefined where it cannot be read. */
  names(): Promise<string[] | undefined>;
  file(name: string): SourceFile;
  /** Writes text as UTF-8 under a name, apart from the files. */
  copy(name: string, text: AsyncIterable<string>): Promise<Copy>;
  /** The folders below it that hold some of the shop's files, as paths from it. */
  below: () => string[];
  /** What to do where files are missing, for a sentence. */
  move: string;
  tools: ByteTools;
}

/** What the machine has of its own to look at bytes with. */
export interface ByteTools {
  /** A running SHA-256. */
  hash(): {update(bytes: Uint8Array): unknown; hex(): string | Promise<string>};
  isUtf8(bytes: Uint8Array): boolean;
  /** What reads Parquet. */
  parquet: ParquetReader;
}
