import type {Connection} from "./connection.js";
import type {Parent, Table} from "./tables.js";
import {formatCount} from "../format.js";
import {addNote} from "./ledger.js";
import {cellsName, typedName} from "./read.js";
import {quoted} from "./refusal.js";
import {quote} from "../sql/expressions.js";
import {rows} from "./sql.js";

/** SQL of what tools leave of an id that they reshape: some add ".0" to numbers, others change the case of letters. */
const core = (id: string) => `lower(regexp_replace(${id}, '[.]0+$', ''))`;

/** SQL of the ids of a table that its parent lacks, each with what it looks like there and whether nothing else can be meant. */
const reshaped = (table: Table, {column, table: parent}: Parent) => `
  WITH ids AS (SELECT DISTINCT ${column} AS id FROM ${typedName(table)}),
    parents AS (SELECT DISTINCT ${column} AS id FROM ${typedName({name: parent})}),
    lost AS (SELECT id, ${core("id")} AS core FROM ids WHERE id NOT IN (FROM parents)),
    known AS (
      SELECT ${core("id")} AS core, min(id) AS like_id, count(*) AS n FROM parents
      WHERE ${core("id")} IN (SELECT core FROM lost) GROUP BY ALL
    ),
    spellings AS (
      SELECT ${core("id")} AS core, count(*) AS n FROM ids
      WHERE ${core("id")} IN (SELECT core FROM lost) GROUP BY ALL
    )
  SELECT id, like_id, known.n = 1 AND spellings.n = 1 AS sure
  FROM lost JOIN known USING (core) JOIN spellings USING (core)`;

/**
 * Joins ids that a tool has reshaped to those of the parents, with a note, where each can mean one only: "1.0" is "1",
 * "AB" is "ab". Where one could mean several, all stay as they are.
 */
export async function joinLookalikes(connection: Connection, table: Table): Promise<void> {
  for (const parent of table.parents ?? []) {
    await connection.run(`CREATE OR REPLACE TEMP TABLE lookalikes AS ${reshaped(table, parent)}`);
    const [{n, sure, id, like_id}] = await rows(
      connection,
      `SELECT count(*) AS n, count(*) FILTER (sure) AS sure, min(id) AS id, arg_min(like_id, id) AS like_id FROM lookalikes`
    );
    if (Number(n) > 0 && n === sure) {
      const {column} = parent;
      await connection.run(
        `UPDATE ${cellsName(table)} SET ${column} = like_id FROM lookalikes WHERE ${column} = id`
      );
      const ids = `${formatCount(Number(n))} ${Number(n) === 1 ? "id" : "ids"}`;
      await addNote(
        connection,
        table,
        `${column}: ${ids} such as ${quoted(String(id))} read as ${quoted(String(like_id))}`
      );
    }
    await connection.run("DROP TABLE lookalikes");
  }
}

/** An id of the parent that a lost one looks like, if there is one. */
export async function lookalikeOf(
  connection: Connection,
  id: string,
  {column, table}: Parent
): Promise<string | undefined> {
  const [found] = (await rows(
    connection,
    `SELECT min(${column}) AS like_id FROM ${typedName({name: table})} WHERE ${core(column)} = ${core(quote(id))}`
  )) as [{like_id: string | null}];
  return found.like_id ?? undefined;
}
