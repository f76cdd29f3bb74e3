/** A row of texts and numbers. */
export type Row = Record<string, string | number | null>;

/** A connection to a DuckDB, wherever that runs: natively in a build, or as WebAssembly in a tab. */
export interface Connection {
  /** Runs statements. Rejects with DuckDB's own error. */
  run(sql: string): Promise<unknown>;
  /** The rows of a query of texts and numbers, with whole numbers of any width as numbers. */
  rows(sql: string): Promise<Row[]>;
}
