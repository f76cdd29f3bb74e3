import type {DuckDBConnection} from "@duckdb/node-api";
import {queryRows} from "../../../loaders/database.js";

const floating = /^(DOUBLE|FLOAT|DECIMAL)/;

/**
 * How two tables of the same columns differ, row by row in their order: whole numbers, texts, times and flags exactly,
 * other numbers by more than 1e-9 of their size. Empty where they do not.
 */
export async function differences(
  connection: DuckDBConnection,
  ours: string,
  theirs: string
): Promise<string[]> {
  const columns = await queryRows<{column_name: string; column_type: string}>(
    connection,
    `describe from ${ours}`
  );
  const other = await queryRows<{column_name: string; column_type: string}>(
    connection,
    `describe from ${theirs}`
  );
  const names = columns.map(({column_name}) => column_name);
  if (names.join() !== other.map(({column_name}) => column_name).join()) return [`columns of ${theirs}`];
  const rows = (table: string) => `(select *, row_number() over () as at from ${table})`;
  const counts = columns.map(({column_name, column_type}) => {
    const [a, b] = [`a."${column_name}"`, `b."${column_name}"`];
    const far = `abs(${a} - ${b}) > 1e-9 * greatest(abs(${a}), abs(${b}))`;
    const unlike = floating.test(column_type)
      ? `(${a} is null) <> (${b} is null) or ${far}`
      : `${a} is distinct from ${b}`;
    return `count_if(${unlike}) as "${column_name}"`;
  });
  const [found] = await queryRows<Record<string, number>>(
    connection,
    `select (select count(*) from ${ours}) - (select count(*) from ${theirs}) as "rows of a table", ${counts.join(", ")}
     from ${rows(ours)} a join ${rows(theirs)} b on a.at = b.at`
  );
  return Object.entries(found).flatMap(([name, count]) => (count === 0 ? [] : [`${name}: ${count}`]));
}
