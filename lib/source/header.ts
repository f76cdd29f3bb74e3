import type {Column, Table} from "./tables.js";
import type {Result} from "../result.js";
import {firstRecords} from "../reading/delimited.js";
import {ok} from "../result.js";
import {anew, quoted, refuse} from "./refusal.js";

/** How a file's columns stand: the delimiter, how many there are, which wanted ones it has and where, which it lacks, what is extra or misspelt. */
export interface Header {
  delimiter: string;
  width: number;
  columns: Column[];
  positions: number[];
  absent: Column[];
  extra: string[];
  misspelt: string[];
}

/** How many names of a header a refusal shows. */
const shownNames = 12;

/** A name as headers are compared: in small letters, words joined by "_". @example tidyName(" Customer  ID") => "customer_id" */
export const tidyName = (name: string): string =>
  name.replace(/\s+/g, " ").trim().toLowerCase().replace(/ /g, "_");

/** A header without the empty names at its end that have no fields below them. */
function withoutEnd(cells: string[], width: number): string[] {
  const named = cells.findLastIndex((cell) => cell !== "") + 1;
  return cells.slice(0, Math.max(named, Math.min(width, cells.length)));
}

/**
 * Finds a table's columns in the first record of a file, whatever their order, case and surroundings.
 * Refuses a header that lacks columns that no file may lack, or has one twice.
 */
export function readHeader(table: Table, head: string, delimiter: string): Result<Header> {
  const [names, row] = firstRecords(head, delimiter, 2) as [string[]?, string[]?];
  const cells = withoutEnd((names ?? []).map(tidyName), row?.length ?? 0);
  const columns: Column[] = [];
  const positions: number[] = [];
  const absent: Column[] = [];
  for (const column of table.columns) {
    const names = [column.name, ...(column.aliases ?? [])];
    const found = cells.flatMap((cell, index) => (names.includes(cell) ? [index] : []));
    if (found.length === 0) {
      absent.push(column);
      continue;
    }
    if (found.length > 1) {
      return refuse("duplicate-column", {
        file: table.file,
        column: column.name,
        problem: `stands ${found.length} times in the header, as columns ${found.map((at) => at + 1).join(" and ")}`,
        repair: "keep one of them"
      });
    }
    columns.push(column);
    positions.push(found[0]);
  }
  const demanded = absent.filter((column) => !column.optional);
  if (demanded.length > 0) {
    const had = cells.filter((cell) => cell !== "").slice(0, shownNames);
    return refuse("missing-column", {
      file: table.file,
      column: demanded.map(({name}) => name).join(" and column "),
      problem: `${demanded.length > 1 ? "are" : "is"} not in the header, which has ${had.map(quoted).join(", ") || "no names"}`,
      repair: `${anew(table)}, or name the ${demanded.length > 1 ? "columns" : "column"} so`
    });
  }
  const extra = cells.filter((cell, index) => cell !== "" && !positions.includes(index));
  const misspelt = positions.map((at) => cells[at]).filter((name) => name.includes("lenght"));
  return ok({delimiter, width: cells.length, columns, positions, absent, extra, misspelt});
}
