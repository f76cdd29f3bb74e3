import type {DuckDBConnection} from "@duckdb/node-api";
import {quote} from "../../lib/sql/expressions.js";
import {identifier, literal} from "../../lib/sql/literal.js";
import type {CustomerField} from "../../lib/serve/field.js";
import {keyNames, missingField, unknownField} from "../../lib/serve/customerRow.js";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import {queryRows} from "../../loaders/database.js";

/** Columns of a file that a model can read. */
export interface ScoringTable {
  /** What stands after "from". */
  from: string;
  /** Columns that go along as they are. */
  kept: string[];
  /** A field's value as a DOUBLE: NaN where it is missing, infinite where it is no number. */
  number: (field: CustomerField) => string;
  /** 1e0 where a category has a level, else 0e0. */
  level: (field: CustomerField, level: string) => string;
}

export type Format = "csv" | "parquet";

/** A file's format by its ending. @example formatOf("a.CSV") => "csv" */
export const formatOf = (path: string): Format | undefined =>
  ([/\.csv$/i, /\.parquet$/i] as const)
    .map((ending, i) => (ending.test(path) ? (["csv", "parquet"] as const)[i] : undefined))
    .find(Boolean);

const numeric =
  /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT|UHUGEINT|FLOAT|DOUBLE|BOOLEAN|DECIMAL.*)$/;

/** First line of what DuckDB says of a file that it cannot read. */
export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .split("\n")[0]
    .replace(/^[A-Z]\w+ (\w+ )?Error: /, "");

/**
 * Looks at a file's columns: all that a model needs must be there, and nothing else but what says who a row is or is to be
 * kept. Fails with a sentence that names file and column.
 */
export async function scoringTable(
  connection: DuckDBConnection,
  path: string,
  fields: readonly CustomerField[],
  keep: readonly string[]
): Promise<Result<ScoringTable>> {
  const csv = formatOf(path) === "csv";
  const from = csv
    ? `read_csv(${quote(path)}, header = true, all_varchar = true)`
    : `read_parquet(${quote(path)})`;
  let described: {column_name: string; column_type: string}[];
  try {
    described = await queryRows(connection, `describe select * from ${from}`);
  } catch (error) {
    return fail("file", `${path} cannot be read as ${csv ? "CSV" : "Parquet"}: ${firstLine(error)}`);
  }
  const types = new Map(described.map(({column_name, column_type}) => [column_name, column_type]));
  const names = fields.map(({name}) => name);
  for (const name of keep)
    if (!types.has(name)) return fail("keep", `${path} has no column “${name}”, which --keep asks for.`);
  const along = [...keyNames, ...keep];
  const strange = [...types.keys()].find((name) => !names.includes(name) && !along.includes(name));
  if (strange !== undefined)
    return fail(
      "unknown",
      `${path}: ${unknownField(strange, names).replace("leave it out", "leave it out, keep it with --keep")}`
    );
  for (const field of fields.filter(({used}) => used)) {
    const type = types.get(field.name);
    if (type === undefined) return fail("missing", `${path}: ${missingField(field)}`);
    const right = csv || (field.kind === "category" ? /^(VARCHAR|ENUM.*)$/ : numeric).test(type);
    if (!right)
      return fail(
        "type",
        `${path}: the column “${field.name}” must hold ${field.kind === "category" ? "texts" : "numbers"}, not ${type}.`
      );
  }
  const textOf = (name: string) => `nullif(trim(${identifier(name)}), '')`;
  return ok({
    from,
    kept: [...types.keys()].filter((name) => along.includes(name)),
    number: ({name, kind}) => {
      const cast = csv ? `try_cast(${textOf(name)} as double)` : `cast(${identifier(name)} as double)`;
      if (!csv) return `coalesce(${cast}, 'nan'::double)`;
      const value =
        kind === "flag"
          ? `case lower(${textOf(name)}) when 'true' then 1e0 when 'false' then 0e0 else ${cast} end`
          : cast;
      return `coalesce(${value}, case when ${textOf(name)} is null then 'nan'::double else 'infinity'::double end)`;
    },
    level: ({name}, level) =>
      `case when ${csv ? textOf(name) : `cast(${identifier(name)} as varchar)`} = ${literal(level)} then 1e0 else 0e0 end`
  });
}
