import {closeSync, existsSync, openSync, readSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import type {Kind, Table} from "../../lib/source/tables.js";
import {tables} from "../../lib/source/tables.js";

/** Where a table's rows come from, in the engine's SQL; undefined where the shop has none. */
export interface MappedTable {
  table: Table;
  /** What stands after FROM. */
  from: string;
  /** An expression for each staged column. */
  columns: Readonly<Record<string, string>>;
  /** A statement to run before, which makes `from`. */
  before?: string;
}

export type Mapping = ReadonlyMap<string, MappedTable>;

const types: Partial<Record<Kind["is"], string>> = {
  time: "timestamp",
  money: "integer",
  integer: "integer",
  degrees: "double"
};

/** The type of a staged column, as DuckDB spells it. */
export const typeOf = ({is}: Kind): string => types[is] ?? "varchar";

/** A path within SQL, between backticks. */
const path = (at: string): string => `\`${at.replaceAll("`", "``")}\``;

/** How the lines of a file end, as its header's does: told so, Spark leaves the line ends within texts as they are. */
function lineEnd(file: string): string {
  const begin = Buffer.alloc(4096);
  const opened = openSync(file, "r");
  try {
    const read = readSync(opened, begin);
    return /^[^\n]*\r\n/.test(begin.toString("latin1", 0, read)) ? "\\r\\n" : "\\n";
  } finally {
    closeSync(opened);
  }
}

/**
 * The nine CSVs of a directory, written as the published files are, to be read by Spark: a cell that is written in
 * another way ends the job. Our own importer reads far more (`npm run marts`).
 */
export function csvMapping(directory: string): Result<Mapping> {
  const found = tables.filter(({file}) => existsSync(join(directory, file)));
  const missing = tables.find((table) => !table.optional && !found.includes(table));
  if (missing) return fail("missing-file", `There is no ${missing.file} in ${directory}.`);
  return ok(
    new Map(
      found.map((table) => [
        table.name,
        {
          table,
          from: `csv_${table.name}`,
          before: `create or replace temporary view csv_${table.name} using csv options (path '${join(directory, table.file).replaceAll("\\", "\\\\").replaceAll("'", "\\'")}', header 'true', multiLine 'true', lineSep '${lineEnd(join(directory, table.file))}', quote '"', escape '"')`,
          columns: Object.fromEntries(
            table.columns.map(({name, staged, kind}) => [
              staged,
              kind.is === "money"
                ? `cast(cast(${name} as decimal(18, 2)) * 100 as integer)`
                : `cast(${name} as ${typeOf(kind)})`
            ])
          )
        }
      ])
    )
  );
}

/** Parquet files (orders.parquet) or folders (orders/) of a directory, with the columns of the staged tables. */
export function parquetMapping(directory: string): Result<Mapping> {
  const at = (name: string) =>
    [`${name}.parquet`, name].map((end) => join(directory, end)).find((end) => existsSync(end));
  const missing = tables.find(({name, optional}) => !optional && at(name) === undefined);
  if (missing)
    return fail(
      "missing-table",
      `${directory} holds no table ${missing.name}: neither a file ${missing.name}.parquet nor a folder ${missing.name}.`
    );
  return ok(
    new Map(
      tables.flatMap((table) => {
        const found = at(table.name);
        return found === undefined
          ? []
          : [[table.name, mapped(table, `parquet.${path(found)}`, {})] as const];
      })
    )
  );
}

interface Written {
  from?: unknown;
  columns?: Record<string, unknown>;
}

/** Tables of a catalogue, as a JSON file names them: {"orders": {"from": "sales.orders", "columns": {"order_id": "id"}}}. */
export async function readMapping(file: string): Promise<Result<Mapping>> {
  let written: Record<string, Written | null>;
  try {
    written = JSON.parse(await readFile(file, "utf8")) as Record<string, Written | null>;
  } catch (error) {
    return fail("bad-mapping", `${file} cannot be read as JSON: ${(error as Error).message}.`);
  }
  const unknown = Object.keys(written).find((name) => !tables.some((table) => table.name === name));
  if (unknown !== undefined)
    return fail(
      "bad-mapping",
      `${file} names a table ${unknown}; there are ${tables.map(({name}) => name).join(", ")}.`
    );
  const mapping = new Map<string, MappedTable>();
  for (const table of tables) {
    const entry = written[table.name];
    if (!entry && !table.optional)
      return fail("bad-mapping", `${file} says nothing of the table ${table.name}.`);
    if (!entry) continue;
    if (typeof entry.from !== "string")
      return fail("bad-mapping", `${file} does not say where ${table.name} comes from: give it a "from".`);
    const columns = entry.columns ?? {};
    const wrong = Object.entries(columns).find(
      ([name, sql]) =>
        !table.columns.some(({staged}) => staged === name) || !(typeof sql === "string" || sql === null)
    );
    if (wrong)
      return fail(
        "bad-mapping",
        `${file} gives ${table.name} a column ${wrong[0]}, which is none, or no text: there are ${table.columns.map(({staged}) => staged).join(", ")}.`
      );
    const lacking = table.columns.find(({staged, nullable}) => columns[staged] === null && !nullable);
    if (lacking)
      return fail(
        "bad-mapping",
        `${file} leaves out ${table.name}.${lacking.staged}, which no shop can do without.`
      );
    mapping.set(table.name, mapped(table, entry.from, columns));
  }
  return ok(mapping);
}

const mapped = (table: Table, from: string, columns: Readonly<Record<string, unknown>>): MappedTable => ({
  table,
  from,
  columns: Object.fromEntries(
    table.columns.map(({staged, kind}) => [
      staged,
      `cast(${columns[staged] === null ? "null" : ((columns[staged] as string | undefined) ?? staged)} as ${typeOf(kind)})`
    ])
  )
});
