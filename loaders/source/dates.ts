import type {DuckDBConnection} from "@duckdb/node-api";
import type {Result} from "../../lib/result.js";
import type {Table} from "./tables.js";
import type {DayOrder} from "./values.js";
import {formatCount} from "../../lib/format.js";
import {ok} from "../../lib/result.js";
import {cellName, rawName} from "./read.js";
import {quoted, refuse} from "./refusal.js";
import {literal, rows} from "./sql.js";
import {raw, spreadsheetTime} from "./values.js";

/** How each column of a table writes its days, and what to tell about it. */
export interface DayOrders {
  orders: DayOrder[];
  notes: string[];
}

interface Evidence {
  dated: number;
  dayFirst: number | null;
  monthFirst: number | null;
  sample: string;
}

/** Looks where a column's spreadsheet dates have a number above 12, which must be the day. */
async function evidence(connection: DuckDBConnection, table: Table, index: number): Promise<Evidence> {
  const value = raw(table.columns[index], cellName(index));
  const part = (at: number) => `CAST(regexp_extract(v, '^([0-9]+)[-/.]([0-9]+)', ${at}) AS INTEGER)`;
  const [found] = await rows(
    connection,
    `SELECT count(*) AS dated, min("row") FILTER (a > 12 AND b <= 12) AS dayFirst,
       min("row") FILTER (b > 12 AND a <= 12) AS monthFirst, min_by(v, "row") AS sample
     FROM (SELECT "row", v, ${part(1)} AS a, ${part(2)} AS b
       FROM (SELECT rowid + 1 AS "row", ${value} AS v FROM ${rawName(table)})
       WHERE regexp_full_match(v, ${literal(spreadsheetTime)}))`
  );
  const row = (at: string | number | null) => (at === null ? null : Number(at));
  return {
    dated: Number(found.dated),
    dayFirst: row(found.dayFirst),
    monthFirst: row(found.monthFirst),
    sample: String(found.sample ?? "")
  };
}

/**
 * Settles for each column of dates whether days or months come first, from the numbers above 12; where
 * none tells, from the other columns of the file, and at last from the separator (10/2/2017 is October
 * the 2nd, 02-10-2017 too). Refuses a column where some dates must be one way and some the other.
 */
export async function settleDays(connection: DuckDBConnection, table: Table): Promise<Result<DayOrders>> {
  const orders: DayOrder[] = table.columns.map(() => "iso");
  const undecided: {index: number; sample: string}[] = [];
  for (const [index, column] of table.columns.entries()) {
    if (column.kind.is !== "time") continue;
    const {dated, dayFirst, monthFirst, sample} = await evidence(connection, table, index);
    if (dayFirst !== null && monthFirst !== null) {
      const [row, other] = [Math.max(dayFirst, monthFirst), Math.min(dayFirst, monthFirst)];
      const text = `SELECT ${cellName(index)} AS v FROM ${rawName(table)} WHERE rowid IN (${row - 1}, ${other - 1}) ORDER BY rowid DESC`;
      const [late, early] = (await rows(connection, text)).map(({v}) => quoted(String(v)));
      const [here, there] = dayFirst > monthFirst ? ["day", "month"] : ["month", "day"];
      return refuse("contradictory-dates", {
        file: table.file,
        row,
        column: column.name,
        problem: `has ${late}, where the ${here} comes first, while ${early} in row ${formatCount(other)} has the ${there} first`,
        repair: "write all dates of the column as 2017-10-02 10:56:33"
      });
    }
    if (dayFirst !== null) orders[index] = "day-month-year";
    else if (monthFirst !== null) orders[index] = "month-day-year";
    else if (dated > 0) undecided.push({index, sample});
  }
  const settled = new Set(orders.filter((order) => order !== "iso"));
  for (const {index, sample} of undecided) {
    const bySeparator = sample.includes("/") ? "month-day-year" : "day-month-year";
    orders[index] = settled.size === 1 ? [...settled][0] : bySeparator;
  }
  const used = [...new Set(orders.filter((order) => order !== "iso"))];
  const notes = used.map((order) => `dates as ${order}`);
  if (undecided.length > 0 && settled.size !== 1) notes.push("no day above 12 tells the order of its dates");
  return ok({orders, notes});
}
