import type {DuckDBConnection} from "@duckdb/node-api";
import type {Result} from "../../lib/result.js";
import type {Readable} from "./read.js";
import type {Table} from "./tables.js";
import type {DayOrder} from "./values.js";
import type {RefusalCode} from "./refusal.js";
import {formatCount} from "../../lib/format.js";
import {ok} from "../../lib/result.js";
import {settleDays} from "./dates.js";
import {cellName, cellsName, rawName, readRaw} from "./read.js";
import {quoted, refuse, rowCount} from "./refusal.js";
import {numbers, rows} from "./sql.js";
import {bounded, expected, formed, raw, wrongness} from "./values.js";

/** SQL of typed cells beside `wrong`, the index of the first column of a record that makes no sense. */
function typing(table: Table, orders: readonly DayOrder[]): string {
  const columns = [...table.columns.entries()];
  const trimmed = columns.map(([at, column]) => `${raw(column, cellName(at))} AS r${at}`);
  const formedCells = columns.map(([at, column]) => `${formed(column, `r${at}`, orders[at])} AS x${at}`);
  const bounds = columns.map(([at, column]) => `${bounded(column, `x${at}`)} AS ${column.staged}`);
  const tests = columns.map(([at, {staged, nullable}]) =>
    nullable
      ? `WHEN r${at} IS NOT NULL AND ${staged} IS NULL THEN ${at}`
      : `WHEN ${staged} IS NULL THEN ${at}`
  );
  const blank = `coalesce(${columns.map(([at]) => `nullif(trim(r${at}), '')`).join(", ")}) IS NULL`;
  return `SELECT ${columns.map(([, {staged}]) => staged).join(", ")},
      CASE WHEN ${blank} THEN NULL ${tests.join(" ")} END AS wrong
    FROM (SELECT *, ${bounds.join(", ")} FROM (SELECT *, ${formedCells.join(", ")} FROM (
      SELECT ${trimmed.join(", ")} FROM ${rawName(table)})))`;
}

/** The sentence about the first record with a wrong cell, if there is one. */
async function refuseWrong(
  connection: DuckDBConnection,
  table: Table,
  orders: readonly DayOrder[]
): Promise<Result<undefined>> {
  const wrong = await rows(
    connection,
    `SELECT wrong, count(*) AS n, min(rowid) AS first FROM ${cellsName(table)} WHERE wrong IS NOT NULL
     GROUP BY wrong ORDER BY first LIMIT 1`
  );
  if (wrong.length === 0) return ok(undefined);
  const [index, count, at] = [wrong[0].wrong, wrong[0].n, wrong[0].first].map(Number);
  const column = table.columns[index];
  const cell = cellName(index);
  const [found] = await rows(
    connection,
    `SELECT ${cell} AS v, ${wrongness(column, cell, orders[index])} AS code FROM ${rawName(table)} WHERE rowid = ${at}`
  );
  const empty = found.code === "empty-value";
  const others = count > 1 ? ` (one of ${rowCount(count)})` : "";
  return refuse(found.code as RefusalCode, {
    file: table.file,
    row: at + 1,
    column: column.name,
    problem: `${empty ? "is empty" : `has ${quoted(String(found.v))}`}${others} where ${expected(column.kind)} is expected`,
    repair: empty ? "fill it in or remove the row" : "correct it or take the file from the original download"
  });
}

/** What was unusual about the values, for the notes. */
async function peculiarities(connection: DuckDBConnection, table: Table): Promise<string[]> {
  const cells = (kinds: readonly string[]) =>
    table.columns.flatMap(({kind}, index) => (kinds.includes(kind.is) ? [cellName(index)] : []));
  const any = (tests: string[]) => (tests.length ? `count(*) FILTER (${tests.join(" OR ")})` : "0");
  const short = cells(["zip"]).map((cell) => `length(split_part(trim(${cell}), '.', 1)) BETWEEN 1 AND 4`);
  const comma = cells(["money", "degrees"]).map((cell) => `contains(${cell}, ',')`);
  const {padded, commas} = await numbers(
    connection,
    `SELECT ${any(short)} AS padded, ${any(comma)} AS commas FROM ${rawName(table)}`
  );
  const notes: string[] = [];
  if (padded > 0) notes.push(`${formatCount(padded)} zips padded to five digits`);
  if (commas > 0) notes.push("decimal commas");
  return notes;
}

/**
 * Types a file that is not written as the published ones: blanks around values, dates of a spreadsheet,
 * zips without their zero, decimal commas, blank records. Refuses the first cell that makes no sense.
 */
export async function readTolerant(
  connection: DuckDBConnection,
  file: Readable
): Promise<Result<{notes: string[]}>> {
  const {table} = file;
  await readRaw(connection, file);
  const days = await settleDays(connection, table);
  if (!days.ok) return days;
  const {orders} = days.value;
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${cellsName(table)} AS ${typing(table, orders)}`);
  const sense = await refuseWrong(connection, table, orders);
  if (!sense.ok) return sense;
  const notes = [...days.value.notes, ...(await peculiarities(connection, table))];
  await connection.run(`DROP TABLE ${rawName(table)}`);
  return ok({notes});
}
