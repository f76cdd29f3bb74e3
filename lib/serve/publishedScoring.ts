/** A file of the site, by its place beside the index. */
interface ServedFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** Customers to try a model on, by column, and what their fields range over among all customers. */
export interface ScoringCustomers {
  format: "vitrine-customers";
  version: 1;
  keys: number[];
  /** What came of each. */
  labels: (0 | 1)[];
  /** How many customers were held out, of whom these are some. */
  heldOut: number;
  columns: Record<string, (number | string | null)[]>;
  /** Lowest and highest known value of each field that holds numbers. */
  bounds: Record<string, [low: number, high: number]>;
}

/** A module with its declarations and the schema of its input. */
export interface PublishedModule {
  module: ServedFile;
  declarations: ServedFile;
  schema: ServedFile;
}

/** What is published for scoring elsewhere. */
export interface PublishedScoring {
  kernel: ServedFile;
  models: Partial<Record<string, PublishedModule>>;
  customers?: ServedFile;
  segment?: PublishedModule;
  recommend?: PublishedModule;
}
