import type {Connection} from "./connection.js";
import type {Result} from "../result.js";
import type {Table} from "./tables.js";
import {formatCount, formatShare} from "../format.js";
import {ok} from "../result.js";
import {exclude} from "./ledger.js";
import {lookalikeOf} from "./lookalikes.js";
import {quoted, refuse} from "./refusal.js";
import {quote} from "../sql/expressions.js";
import {numbers, rows} from "./sql.js";
import {tables} from "./tables.js";
import {typedName} from "./read.js";

/** Up to this share of a table's rows may lack their parent and are left out; beyond it the table is refused. */
const orphanShare = 0.01;

/**
 * Leaves out, with the reason, the rows whose parent is not staged, or refuses the table where they are
 * more than `orphanShare` of it.
 */
export async function excludeOrphans(connection: Connection, table: Table): Promise<Result<number>> {
  const parents = table.parents ?? [];
  if (parents.length === 0) return ok(0);
  const counts = await numbers(
    connection,
    `SELECT (SELECT count(*) FROM ${typedName(table)}) AS n, (SELECT count(*) FROM staged_${table.name}) AS used`
  );
  const orphans = counts.n - counts.used;
  if (orphans === 0) return ok(0);
  const missing = parents.map(
    ({column, table: parent}) => `${column} NOT IN (SELECT ${column} FROM staged_${parent})`
  );
  const reasons = parents.map(
    ({column, table: parent}, index) =>
      `WHEN ${missing[index]} THEN ${quote(`its ${column} is not among the ${parent} used`)}`
  );
  const details = parents.map(({column}, index) => `WHEN ${missing[index]} THEN ${column}`);
  const which = parents.map((_, index) => `WHEN ${missing[index]} THEN ${index}`);
  const lost = `SELECT CASE ${reasons.join(" ")} END AS reason, "row" AS row_number,
    CASE ${details.join(" ")} END AS detail, CASE ${which.join(" ")} END AS parent
    FROM ${typedName(table)} WHERE ${missing.join(" OR ")}`;
  if (orphans > orphanShare * counts.n) {
    const [first] = await rows(connection, `${lost} ORDER BY row_number LIMIT 1`);
    const {column, table: parent} = parents[Number(first.parent)];
    const alike = await lookalikeOf(connection, String(first.detail), {column, table: parent});
    const looks = alike === undefined ? "" : `, though it has ${quoted(alike)}, which that looks like`;
    const parentFile = tables.find(({name}) => name === parent)?.file ?? parent;
    const name = table.columns.find(({staged}) => staged === column)?.name ?? column;
    return refuse("orphans", {
      file: table.file,
      row: Number(first.row_number),
      column: name,
      problem: `names ${quoted(String(first.detail))}, which ${parentFile} lacks${looks}, and ${formatCount(orphans)} of ${formatCount(counts.n)} rows (${formatShare(orphans / counts.n)}) are such orphans where at most ${formatShare(orphanShare)} may be`,
      repair:
        alike === undefined
          ? "take both files whole and from the same download"
          : "write each id in one way in both files"
    });
  }
  await exclude(connection, table, {list: lost});
  return ok(orphans);
}
