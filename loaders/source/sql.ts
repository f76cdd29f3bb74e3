import type {DuckDBConnection} from "@duckdb/node-api";

/** A text as an SQL literal. @example literal("d'or") => "'d''or'" */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

export type Row = Record<string, string | number | null>;

/** The rows of a query, with whole numbers as numbers. */
export async function rows(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader
    .getRowObjects()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          value === null ? null : typeof value === "string" ? value : Number(value)
        ])
      )
    );
}

/** The single row of an aggregate. */
export async function numbers(connection: DuckDBConnection, sql: string): Promise<Record<string, number>> {
  const [row] = await rows(connection, sql);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value ?? 0)]));
}
