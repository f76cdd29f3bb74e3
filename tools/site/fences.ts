import type {DuckDBConnection} from "@duckdb/node-api";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {withDatabase} from "../../loaders/database.js";
import {viewMarts} from "../../loaders/views.js";
import {interpolations, withFiller} from "./interpolation.js";

/** An SQL fence of a page. */
export interface Fence {
  page: string;
  /** The line of the page that it begins at, from 1. */
  line: number;
  code: string;
}

/** What came of checking fences, a sentence for each that did not pass. */
export interface FenceReport {
  broken: string[];
  /** Those that run or not by what the page fills in. */
  unchecked: string[];
}

/**
 * The SQL fences that a page runs, not those that stand in an example of Markdown.
 * @example fencesOf("a.md", "```sql id=x\nselect 1\n```")[0].code => "select 1"
 */
export function fencesOf(page: string, markdown: string): Fence[] {
  const fences: Fence[] = [];
  let open: {marks: string; info: string; line: number; code: string[]} | undefined;
  for (const [index, text] of markdown.split(/\r?\n/).entries()) {
    const [, marks, info] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(text) ?? [];
    if (!open) {
      if (marks) open = {marks, info: info.trim(), line: index + 1, code: []};
    } else if (!marks?.startsWith(open.marks) || info.trim() !== "") open.code.push(text);
    else {
      if (/^sql(?!\S)/.test(open.info) && !/\brun=false\b/.test(open.info))
        fences.push({page, line: open.line, code: open.code.join("\n").trim()});
      open = undefined;
    }
  }
  return fences;
}

/** The SQL fences of all pages below a directory. */
export const fencesBelow = (directory: string): Fence[] =>
  readdirSync(directory, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".md") && !file.startsWith("."))
    .flatMap((file) => fencesOf(join(directory, file), readFileSync(join(directory, file), "utf8")));

const refusal = async (work: Promise<unknown>): Promise<string | undefined> => {
  try {
    await work;
    return undefined;
  } catch (error) {
    return (error as Error).message.split("\n")[0];
  }
};

const binds = async (connection: DuckDBConnection, code: string) =>
  (await connection.prepare(code)).destroySync();

/** What a page may fill in, a value of each kind that DuckDB tells apart when it binds. */
const fillers = ["NULL", "1", "'a'", "TIMESTAMP '2018-01-01'", "(NULL)"];

/** Whether what DuckDB says is wrong whatever the page fills in: a table, a column or a function that is not there. */
const certain = (message: string) => /^Catalog Error|^Binder Error: Referenced (column|table)/.test(message);

async function judge(connection: DuckDBConnection, {page, line, code}: Fence, report: FenceReport) {
  const filled = interpolations(code).length > 0;
  const message = await refusal(
    filled ? binds(connection, withFiller(code, fillers[0])) : connection.run(code)
  );
  if (message === undefined) return;
  if (!filled || certain(message)) {
    report.broken.push(`${page}:${line}: the SQL does not run: ${message}`);
    return;
  }
  for (const filler of fillers.slice(1))
    if ((await refusal(binds(connection, withFiller(code, filler)))) === undefined) return;
  report.unchecked.push(
    `${page}:${line}: whether the SQL runs depends on what the page fills in; with NULL: ${message}`
  );
}

/**
 * Runs SQL fences on the marts. One with `${...}` is only bound, with values of several kinds in its place.
 * @param marts where the Parquet files are
 */
export async function checkFences(fences: readonly Fence[], marts: string): Promise<FenceReport> {
  const report: FenceReport = {broken: [], unchecked: []};
  if (fences.length === 0) return report;
  await withDatabase(async (connect) => {
    const connection = await connect();
    await viewMarts(connection, marts);
    for (const fence of fences) await judge(connection, fence, report);
  });
  return report;
}
