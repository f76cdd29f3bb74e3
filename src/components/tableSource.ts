import type {Manifest} from "../lib/marts/manifest.js";

/** Where tables come from: the published files, or files of the reader. */
export interface TableSource {
  readonly names: readonly string[];
  /** A table as a Parquet file. The bytes are the caller's, who may transfer them. */
  bytes(name: string): Promise<Uint8Array>;
  manifest(): Promise<Manifest>;
}
