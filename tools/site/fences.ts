import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {withDatabase} from "../../loaders/database.js";

/** An SQL fence of a page. */
export interface Fence {
  page: string;
  /** The line of the page that it begins at, from 1. */
  line: number;
  code: string;
}

/** The SQL fences of a page's Markdown. @example fencesOf("a.md", "```sql id=x\nselect 1\n```")[0].code => "select 1" */
export function fencesOf(page: string, markdown: string): Fence[] {
  return [...markdown.matchAll(/^```sql(?![a-z])([^\n]*)\n([\s\S]*?)^```\s*$/gm)]
    .filter(([, options]) => !/\brun=false\b/.test(options))
    .map((match) => ({
      page,
      line: markdown.slice(0, match.index).split("\n").length,
      code: match[2].trim()
    }));
}

/** The SQL fences of all pages below a directory. */
export const fencesBelow = (directory: string): Fence[] =>
  readdirSync(directory, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".md") && !file.startsWith("."))
    .flatMap((file) => fencesOf(join(directory, file), readFileSync(join(directory, file), "utf8")));

/**
 * SQL fences that do not run on the marts, a sentence each with what DuckDB says. One with `${...}` is bound with NULL in
 * its place and not run.
 * @param marts where the Parquet files are
 */
export async function brokenFences(fences: readonly Fence[], marts: string): Promise<string[]> {
  if (fences.length === 0) return [];
  return withDatabase(async (connect) => {
    const connection = await connect();
    for (const file of readdirSync(marts)) {
      if (!file.endsWith(".parquet")) continue;
      const path = join(marts, file).replaceAll("'", "''");
      await connection.run(`create view "${file.slice(0, -".parquet".length)}" as from '${path}'`);
    }
    const problems: string[] = [];
    for (const {page, line, code} of fences) {
      const bound = code.replace(/\$\{[^}]*\}/g, "NULL");
      try {
        if (bound === code) await connection.run(code);
        else (await connection.prepare(bound)).destroySync();
      } catch (error) {
        problems.push(`${page}:${line}: the SQL does not run: ${(error as Error).message.split("\n")[0]}`);
      }
    }
    return problems;
  });
}
