import {conditionsOf} from "../explore/conditions.js";
import {knownPeopleSql} from "../explore/knownSql.js";
import type {Lab} from "./lab.js";

/** Columns that answer a question, and the SQL that gives them. */
export interface AskedTable {
  table: Record<string, ArrayLike<unknown>>;
  sql: string;
  /** How many rows were left out for being outside a population. */
  outside?: number;
}

/**
 * The rows of a query for customers that are of a population, by what was known of their orders on a day, and how many
 * are not.
 * @param customers a query with a column `customer_key`
 * @param population conditions as `conditionsText` writes them; throws a RangeError on others
 * @param day ISO day
 */
export async function populationTable(
  lab: Pick<Lab, "columns">,
  customers: string,
  population: string,
  day: string
): Promise<AskedTable> {
  const conditions = conditionsOf(population);
  if (!conditions) throw new RangeError(`no population: ${population}`);
  const people = knownPeopleSql(conditions, day);
  const marked = `select *, case when customer_key in (\n${people}\n) then 1 else 0 end as in_population\nfrom (${customers})`;
  const {in_population: inside, ...all} = await lab.columns(marked);
  const rows = Array.from(inside, Number).flatMap((is, row) => (is === 1 ? [row] : []));
  return {
    table: Object.fromEntries(
      Object.entries(all).map(([name, values]) => [name, rows.map((row) => values[row])])
    ),
    sql: `select * exclude (in_population)\nfrom (${marked})\nwhere in_population = 1`,
    outside: inside.length - rows.length
  };
}
