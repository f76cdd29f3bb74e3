import type {Connection, Row} from "./connection.js";

export type {Row} from "./connection.js";

/** The rows of a query of texts and numbers, with whole numbers as numbers. */
export const rows = (connection: Connection, sql: string): Promise<Row[]> => connection.rows(sql);

/** The single row of an aggregate. */
export async function numbers(connection: Connection, sql: string): Promise<Record<string, number>> {
  const [row] = await rows(connection, sql);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value ?? 0)]));
}
