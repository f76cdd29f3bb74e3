import type {Connection} from "./connection.js";
import type {Result} from "../result.js";
import type {Table} from "./tables.js";
import {formatCount} from "../format.js";
import {ok} from "../result.js";
import {typedName} from "./read.js";
import {quoted, refuse, rowCount} from "./refusal.js";
import {numbers, rows} from "./sql.js";

/** Refuses a table where two rows share the key. */
export async function refuseDuplicates(connection: Connection, table: Table): Promise<Result<undefined>> {
  if (table.key.length === 0) return ok(undefined);
  const key = table.key.join(", ");
  const from = typedName(table);
  const {n, keys} = await numbers(
    connection,
    `SELECT (SELECT count(*) FROM ${from}) AS n, (SELECT count(*) FROM (SELECT DISTINCT ${key} FROM ${from})) AS keys`
  );
  if (n === keys) return ok(undefined);
  const [first] = await rows(
    connection,
    `SELECT "row", lag("row") OVER (PARTITION BY ${key} ORDER BY "row") AS other, concat_ws(', ', ${key}) AS v
     FROM ${from} QUALIFY other IS NOT NULL ORDER BY "row" LIMIT 1`
  );
  const columns = table.key.map((staged) => table.columns.find((column) => column.staged === staged)?.name);
  return refuse("duplicate-key", {
    file: table.file,
    row: Number(first.row),
    column: columns.join(" and column "),
    problem: `repeats ${quoted(String(first.v))} of row ${formatCount(Number(first.other))}, where each may stand once (${rowCount(n - keys)} too many)`,
    repair: "remove the repeated rows"
  });
}
