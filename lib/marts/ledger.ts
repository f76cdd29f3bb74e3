import {duckdb} from "../dialect/duckdb.js";
import {integer, text} from "./mart.js";
import type {Mart} from "./mart.js";

/** The nine tables of the shop. */
const stagedTables = [
  "customers",
  "orders",
  "items",
  "payments",
  "reviews",
  "products",
  "sellers",
  "geolocation",
  "translation"
] as const;

export const ledger: Mart = {
  name: "ledger",
  row: "a reason for leaving rows of a file out, or a file that is used whole",
  columns: [
    text("table", "which of the nine tables"),
    text("file", "the file it was read from"),
    integer("rows", "rows of the file"),
    integer(
      "used",
      "rows that the marts build on; rows = used + the sum of excluded over the table's reasons"
    ),
    integer("excluded", "rows left out for this reason"),
    text("reason", "why they were left out; empty where nothing was")
  ],
  inputs: ["staged_files", "staged_excluded", ...stagedTables.map((table) => `staged_${table}`)],
  sql: (_, d = duckdb) =>
    d.spelt(`with used as (
  ${stagedTables.map((table) => `select '${table}' as table_name, count(*) as rows from staged_${table}`).join("\n  union all\n  ")}
),
excluded as (
  select table_name, reason, sum(rows) as rows
  from staged_excluded
  where rows > 0
  group by table_name, reason
)
select f.table_name as "table", f.file, cast(f.rows as integer) as rows,
  cast(u.rows as integer) as used,
  cast(coalesce(e.rows, 0) as integer) as excluded, coalesce(e.reason, '') as reason
from staged_files f
join used u on u.table_name = f.table_name
left join excluded e on e.table_name = f.table_name
order by f.table_name, f.file, e.reason nulls last`)
};
