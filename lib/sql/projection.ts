import {parseColumnType} from "./columnType.js";
import type {ColumnType} from "./columnType.js";
import {identifier} from "./literal.js";

/** A column of a query's result. */
export interface ResultColumn {
  name: string;
  type: ColumnType;
}

/**
 * Asks for the columns of a query's result.
 * @example describeSql("from orders") => "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM (\nfrom orders\n))"
 */
export const describeSql = (query: string): string =>
  `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM (\n${query}\n))`;

/**
 * The columns of a result from what DESCRIBE says.
 * @example resultColumns([["n", "HUGEINT"]]) => [{name: "n", type: {kind: "scalar", name: "HUGEINT"}}]
 */
export const resultColumns = (
  described: readonly (readonly [name: string, type: string])[]
): ResultColumn[] => described.map(([name, type]) => ({name, type: parseColumnType(type)}));

/**
 * The query with every column cast to a type that crosses from the engine to JavaScript unharmed; the order of rows
 * stays.
 * @example projectionSql("select sum(items) from daily", [{name: "n", type: {kind: "scalar", name: "HUGEINT"}}])
 *   => "SELECT CAST(c0 AS BIGINT) AS \"n\" FROM (\nselect sum(items) from daily\n) AS q(c0)"
 */
export function projectionSql(query: string, columns: readonly ResultColumn[]): string {
  const casts = columns.map(({name, type}, i) => {
    const column = isPlain(type) ? `c${i}` : `CAST(c${i} AS ${plainType(type)})`;
    return `${column} AS ${identifier(name === "" ? " " : name)}`;
  });
  return `SELECT ${casts.join(", ")} FROM (\n${query}\n) AS q(${columns.map((_, i) => `c${i}`).join(", ")})`;
}

const unharmed =
  "BOOLEAN TINYINT SMALLINT INTEGER BIGINT UTINYINT USMALLINT UINTEGER UBIGINT FLOAT DOUBLE VARCHAR BLOB TIMESTAMP";

const casts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(unharmed.split(" ").map((name) => [name, name])),
  HUGEINT: "BIGINT",
  UHUGEINT: "BIGINT",
  DECIMAL: "DOUBLE",
  DATE: "TIMESTAMP",
  TIMESTAMP_S: "TIMESTAMP",
  TIMESTAMP_MS: "TIMESTAMP",
  TIMESTAMP_NS: "TIMESTAMP",
  "TIMESTAMP WITH TIME ZONE": "TIMESTAMP"
};

const isPlain = (type: ColumnType): boolean => type.kind === "scalar" && casts[type.name] === type.name;

const plainType = (type: ColumnType): string => {
  switch (type.kind) {
    case "scalar":
      return casts[type.name] ?? "VARCHAR";
    case "list":
      return `${plainType(type.element)}[]`;
    case "struct":
      return `STRUCT(${type.fields.map((field) => `${identifier(field.name)} ${plainType(field.type)}`).join(", ")})`;
    case "map":
      return `MAP(${plainType(type.key)}, ${plainType(type.value)})`;
  }
};
