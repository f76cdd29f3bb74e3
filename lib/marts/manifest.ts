import type {Lack} from "../shop.js";
import type {CustomerSample} from "./sample.js";

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
  /** The places that orders tell apart, in alphabetical order; only where they are no states of Brazil. */
  places?: string[];
  /** What no order tells of; only where there is such a thing. */
  lacks?: Lack[];
  /** Where marts that grow with the customers are kept to some of these; all orders of each are there. */
  sample?: CustomerSample;
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
  /** "customer" where the mart is kept to the sampled customers, of so many rows; it is whole without. */
  grain?: "customer";
  rows_before?: number;
  bytes: number;
  /** What a row stands for. */
  row: string;
  /** Names of the columns; what they mean stands in the mart's module. */
  columns: string[];
}
