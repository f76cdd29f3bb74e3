import {errorPosition} from "../../../lib/sql/errorPosition.js";
import type {Position} from "../../../lib/sql/errorPosition.js";
import {mentions} from "../../../lib/sql/mentions.js";
import {statement} from "../../../lib/sql/statement.js";
import {atWork} from "../../atWork.js";
import {tableSource} from "../../martsSource.js";
import {sql} from "../../sql.js";
import type {Rows} from "../../sql.js";
import {EngineLost, engine} from "../../sqlEngine.js";
import {loadTables} from "../../sqlTables.js";
import {messageOf} from "../../problem.js";

/** What came of a query. */
export type Outcome =
  | {kind: "rows"; query: string; rows: Rows; ms: number}
  | {kind: "refused"; query: string; message: string; position?: Position}
  | {kind: "cancelled"; query: string};

/**
 * Runs a query and says what came of it, and how long that took once DuckDB and the tables were there; never rejects.
 * @param isCancelled whether the reader has stopped it meanwhile
 */
export async function runQuery(query: string, isCancelled: () => boolean): Promise<Outcome> {
  try {
    await atWork(loaded(query));
    const started = performance.now();
    const rows = await sql(query);
    return {kind: "rows", query, rows, ms: performance.now() - started};
  } catch (error) {
    if (isCancelled()) return {kind: "cancelled", query};
    const position = error instanceof EngineLost ? undefined : await positionIn(query);
    return {kind: "refused", query, message: messageOf(error), ...(position ? {position} : {})};
  }
}

async function loaded(query: string): Promise<void> {
  const started = engine();
  await Promise.all([started, loadTables(started, mentions(query, tableSource().names))]);
}

/** Where the engine stumbles over the query as it was written. */
async function positionIn(query: string): Promise<Position | undefined> {
  const text = statement(query);
  if (!text.ok) return undefined;
  try {
    await (await engine()).check(text.value);
    return undefined;
  } catch (error) {
    const before = query.indexOf(text.value);
    const found = error instanceof Error ? errorPosition(error.message, text.value) : undefined;
    if (!found || before < 0) return undefined;
    const lead = query.slice(0, before + found.at).split("\n");
    return {line: lead.length, column: lead[lead.length - 1].length + 1, at: before + found.at};
  }
}
