/** What a set of built marts was made of: stands beside them as manifest.json. */
export interface Manifest {
  source: "real" | "synthetic";
  /** UTC, ISO. */
  built_at: string;
  /** "DuckDB v1.4.3" */
  engine: string;
  /** Of the generator; only where the source is synthetic. */
  seed?: number;
  scale?: number;
  /** ISO local time, exclusive: see `segments`. */
  cutoff: string;
  /** ISO local times. */
  first_purchase: string;
  last_purchase: string;
  inputs: ManifestInput[];
  marts: Record<string, ManifestMart>;
}

export interface ManifestInput {
  table: string;
  file: string;
  /** Rows of the file, and those that the marts build on. */
  rows: number;
  used: number;
  bytes: number;
  sha256: string;
  /** Peculiarities of the file that were read over: "BOM", "Latin-1", ...; empty without any. */
  notes: string;
}

export interface ManifestMart {
  rows: number;
  bytes: number;
  /** What a row stands for. */
  row: string;
  /** Names of the columns; what they mean stands in the mart's module. */
  columns: string[];
}
