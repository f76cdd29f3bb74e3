import type {Connection} from "./connection.js";
import type {Result} from "../result.js";
import type {Style} from "./cellSql.js";
import type {TimeColumn} from "./fileZones.js";
import type {Readable} from "./read.js";
import type {Table} from "./tables.js";
import type {RefusalCode} from "./refusal.js";
import {formatCount} from "../format.js";
import {ok} from "../result.js";
import {isAbsent, isAbsentText, trimmed} from "./absentSql.js";
import {cellName, cellsSql, publishedStyle, stepName} from "./cellSql.js";
import {settleDayStyles} from "./dayStyles.js";
import {settleNumberStyles} from "./numberStyles.js";
import {cellsName, rawName, rawRecords, readRaw} from "./read.js";
import {anew, quoted, refuse, rowCount} from "./refusal.js";
import {numbers, rows} from "./sql.js";
import {expected, oneOf, wrongness} from "./values.js";

/** SQL of typed cells beside `wrong`, the index of the first column of a record that makes no sense. */
function typing(table: Table, styles: readonly Style[]): string {
  const columns = [...table.columns.entries()];
  const tests = columns.map(([at, {staged, nullable}]) =>
    nullable
      ? `WHEN ${stepName("filled", at)} IS NOT NULL AND ${staged} IS NULL THEN ${at}`
      : `WHEN ${staged} IS NULL THEN ${at}`
  );
  const blank = `coalesce(${columns.map(([at]) => `nullif(trim(${stepName("filled", at)}), '')`).join(", ")}) IS NULL`;
  return `SELECT ${columns.map(([, {staged}]) => staged).join(", ")},
      CASE WHEN ${blank} THEN NULL ${tests.join(" ")} END AS wrong
    FROM (${cellsSql(rawRecords(table), table.columns, styles)})`;
}

/** The sentence about the first record with a wrong cell, if there is one. */
async function refuseWrong(
  connection: Connection,
  table: Table,
  styles: readonly Style[]
): Promise<Result<undefined>> {
  const wrong = await rows(
    connection,
    `SELECT wrong, count(*) AS n, min(rowid) AS first FROM ${cellsName(table)} WHERE wrong IS NOT NULL
     GROUP BY wrong ORDER BY first LIMIT 1`
  );
  if (wrong.length === 0) return ok(undefined);
  const [index, count, at] = [wrong[0].wrong, wrong[0].n, wrong[0].first].map(Number);
  const {name, kind} = table.columns[index];
  const record = `(FROM ${rawRecords(table)} WHERE "at" = ${at})`;
  const code = wrongness(kind, stepName("filled", index), stepName("formed", index));
  const [found] = await rows(
    connection,
    `SELECT coalesce(${cellName(index)}, '') AS v, ${code} AS code FROM (${cellsSql(record, table.columns, styles)})`
  );
  const value = String(found.v);
  const empty = found.code === "empty-value";
  const has =
    value.trim() === "" ? "is empty" : `has ${quoted(value)}${empty ? ", a word for nothing," : ""}`;
  const others = count > 1 ? ` (the first of ${rowCount(count)} that are wrong here)` : "";
  return refuse(found.code as RefusalCode, {
    file: table.file,
    row: at + 1,
    column: name,
    problem: `${has}${others} where ${expected(kind)} is expected`,
    repair: empty ? "fill it in or remove the row" : `correct it or ${anew(table)}`
  });
}

/** How many cells were filled with which words for nothing, the most frequent first. */
async function absentNotes(connection: Connection, table: Table): Promise<string[]> {
  const words = table.columns.map(({kind}, index) => {
    const cell = cellName(index);
    const test = kind.is === "text" ? isAbsentText(cell) : isAbsent(trimmed(cell));
    return `SELECT ${trimmed(cell)} AS word FROM ${rawName(table)} WHERE ${cell} <> '' AND ${test}`;
  });
  const found = await rows(
    connection,
    `SELECT word, count(*) AS n FROM (${words.join(" UNION ALL ")}) WHERE word <> ''
     GROUP BY word ORDER BY n DESC, word`
  );
  const counts = found.map(({word, n}) => `${formatCount(Number(n))} ${quoted(String(word))}`);
  return counts.length > 0 ? [`read as empty: ${counts.join(", ")}`] : [];
}

/** How many records say which words that the published files lack, or spell one of theirs in another way. */
async function wordNotes(connection: Connection, table: Table): Promise<string[]> {
  const notes: string[] = [];
  for (const [index, {name, kind}] of table.columns.entries()) {
    if (kind.is !== "choice") continue;
    const word = `lower(${trimmed(cellName(index))})`;
    const found = await rows(
      connection,
      `SELECT ${word} AS word, count(*) AS n FROM ${rawName(table)}
       WHERE ${word} <> '' AND NOT ${oneOf(word, kind.values)} GROUP BY word ORDER BY n DESC, word`
    );
    for (const {word: said, n} of found) {
      const read = said === "cancelled" ? 'read as "canceled"' : "kept, unknown to the published files";
      notes.push(`${name}: ${formatCount(Number(n))} ${quoted(String(said))} ${read}`);
    }
  }
  return notes;
}

async function zipNotes(connection: Connection, table: Table): Promise<string[]> {
  const short = table.columns.flatMap(({kind}, index) =>
    kind.is === "zip" ? [`regexp_full_match(${trimmed(cellName(index))}, '[0-9]{1,4}([.]0)?')`] : []
  );
  if (short.length === 0) return [];
  const {padded} = await numbers(
    connection,
    `SELECT count(*) FILTER (${short.join(" OR ")}) AS padded FROM ${rawName(table)}`
  );
  return padded > 0 ? [`${formatCount(padded)} zips padded to five digits`] : [];
}

/**
 * Types a file that is not written as the published ones: blanks around values, numbers and dates of spreadsheets, zips
 * without their zero, words for nothing, blank records. Refuses what can be read in two ways and the first cell that makes
 * no sense.
 */
export async function readTolerant(
  connection: Connection,
  file: Readable
): Promise<Result<{times: TimeColumn[]; notes: string[]}>> {
  const {table} = file;
  await readRaw(connection, file);
  const numberStyles = await settleNumberStyles(connection, table);
  if (!numberStyles.ok) return numberStyles;
  const dayStyles = await settleDayStyles(connection, table);
  if (!dayStyles.ok) return dayStyles;
  const styles = table.columns.map((_, at) => ({
    decimal: numberStyles.value.decimals.get(at) ?? publishedStyle.decimal,
    order: dayStyles.value.orders.get(at) ?? publishedStyle.order
  }));
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${cellsName(table)} AS ${typing(table, styles)}`);
  const sense = await refuseWrong(connection, table, styles);
  if (!sense.ok) return sense;
  const notes = [
    ...dayStyles.value.notes,
    ...(await wordNotes(connection, table)),
    ...(await zipNotes(connection, table)),
    ...numberStyles.value.notes,
    ...(await absentNotes(connection, table))
  ];
  await connection.run(`DROP TABLE ${rawName(table)}`);
  return ok({times: dayStyles.value.times, notes});
}
