import type {Connection} from "./connection.js";
import type {SourceFile} from "./folder.js";
import type {Header} from "./header.js";
import type {Column, Kind, Table} from "./tables.js";
import {isAbsentName, isAbsentText} from "./absentSql.js";
import {cellName} from "./cellSql.js";
import {plain} from "./plain.js";
import {quote} from "../sql/expressions.js";
import {numbers} from "./sql.js";
import {bounded} from "./values.js";

/** A CSV that can be read: its UTF-8 text is `source`, its columns stand as `header` says; `table` has those that it has. */
export interface Readable {
  table: Table;
  source: SourceFile;
  header: Header;
}

/** The temporary table of a file's cells as text; its `rowid` counts the records from 0. */
export const rawName = (table: Table) => `raw_${table.name}`;

/** The temporary table of a file's cells in their types, record for record. */
export const cellsName = (table: Table) => `cells_${table.name}`;

/** The view of a file's filled records, in their types, with `row`, the number of the record from 1. */
export const typedName = (table: Pick<Table, "name">) => `typed_${table.name}`;

function csv({source, header}: Readable): string {
  const columns = Array.from({length: header.width}, (_, at) => `'f${at}': 'VARCHAR'`).join(", ");
  const cells = header.positions.map((at, index) => `f${at} AS ${cellName(index)}`).join(", ");
  return `SELECT ${cells} FROM read_csv(${quote(source.path)}, auto_detect = false, header = true,
    delim = ${quote(header.delimiter)}, quote = '"', escape = '"', strict_mode = true,
    null_padding = false, columns = {${columns}})`;
}

/**
 * Parses and types a CSV in one go, as the published files are written. Gives the count of its records and
 * about how many are written in another way (a record may count twice). Throws DuckDB's error where the file is not well-formed.
 */
export async function readPlain(connection: Connection, file: Readable) {
  const {table} = file;
  const columns = [...table.columns.entries()];
  const values = columns.map(([at, column]) => `${plain(column, cellName(at))} AS x${at}`);
  const bounds = columns.map(([at, {kind, staged}]) => `${bounded(kind, `x${at}`)} AS ${staged}`);
  const tests = columns.flatMap(([at, {staged, nullable, kind}]) => {
    if (!nullable) return [`${staged} IS NOT NULL`];
    return kind.is === "text" || kind.is === "name"
      ? []
      : [`(${cellName(at)} IS NULL OR ${staged} IS NOT NULL)`];
  });
  const names = columns.map(([, {staged}]) => staged).join(", ");
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE ${cellsName(table)} AS
    SELECT ${names}, ${tests.join(" AND ")} AS plain
    FROM (SELECT *, ${bounds.join(", ")} FROM (SELECT *, ${values.join(", ")} FROM (${csv(file)})))`);
  const words = columns.flatMap(([, {kind, staged}]) =>
    kind.is === "name" ? [isAbsentName(staged)] : kind.is === "text" ? [isAbsentText(staged)] : []
  );
  const from = cellsName(table);
  const counts = `SELECT count(*) AS "rows", count(*) FILTER (NOT plain) AS other,
    (SELECT count(*) FROM ${from} WHERE ${words.join(" OR ") || "false"}) AS absent FROM ${from}`;
  const {rows, other, absent} = await numbers(connection, counts);
  return {rows, other: other + absent};
}

/** The records of a file as text, or one of its columns as `c0`, with `at`, which counts them from 0. */
export const rawRecords = (table: Table, index?: number) =>
  `(SELECT rowid AS "at", ${index === undefined ? "*" : `${cellName(index)} AS c0`} FROM ${rawName(table)})`;

/** Parses a CSV into a temporary table of text. */
export async function readRaw(connection: Connection, file: Readable): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${rawName(file.table)} AS ${csv(file)}`);
}

const types: Partial<Record<Kind["is"], string>> = {
  time: "TIMESTAMP",
  money: "INTEGER",
  integer: "INTEGER",
  degrees: "DOUBLE"
};

const typeOf = ({kind}: Column) => types[kind.is] ?? "VARCHAR";

/** SQL of a column that a file lacks: an id is the number of the record, anything else is empty. */
const absentValue = (column: Column) =>
  column.kind.is === "id" ? `printf('%032d', rowid + 1)` : `CAST(NULL AS ${typeOf(column)})`;

/** Makes the view of a file's filled records: a blank record lacks what no other may lack. */
export async function viewTyped(
  connection: Connection,
  table: Table,
  absent: readonly Column[] = []
): Promise<void> {
  const required = table.columns.find(({nullable}) => !nullable)?.staged;
  const values = [
    ...table.columns.map(({staged}) => staged),
    ...absent.map((column) => `${absentValue(column)} AS ${column.staged}`)
  ];
  await connection.run(`
    CREATE OR REPLACE TEMP VIEW ${typedName(table)} AS
    SELECT rowid + 1 AS "row", ${values.join(", ")} FROM ${cellsName(table)} WHERE ${required} IS NOT NULL`);
}

/** Makes the view of a file that is not there: no records. */
export async function viewNone(connection: Connection, table: Table): Promise<void> {
  const columns = table.columns.map((column) => `${column.staged} ${typeOf(column)}`).join(", ");
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${cellsName(table)} (${columns})`);
  await viewTyped(connection, table);
}
