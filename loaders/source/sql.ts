import type {DuckDBConnection} from "@duckdb/node-api";
import {queryRows} from "../database.js";

export type Row = Record<string, string | number | null>;

/** The rows of a query of texts and numbers, with whole numbers as numbers. */
export const rows = (connection: DuckDBConnection, sql: string) => queryRows<Row>(connection, sql);

/** The single row of an aggregate. */
export async function numbers(connection: DuckDBConnection, sql: string): Promise<Record<string, number>> {
  const [row] = await rows(connection, sql);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value ?? 0)]));
}
