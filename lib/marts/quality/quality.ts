import type {Dialect} from "../../dialect/dialect.js";
import {duckdb} from "../../dialect/duckdb.js";
import {integer, text} from "../mart.js";
import type {Mart} from "../mart.js";
import {quote} from "../../sql/expressions.js";
import {catalogueChecks} from "./catalogue.js";
import type {Check} from "./check.js";
import {lineChecks} from "./lines.js";
import {orderChecks} from "./orders.js";
import {peopleChecks} from "./people.js";
import {reviewChecks} from "./reviews.js";
import {textChecks} from "./texts.js";

/** What is looked for in the rows that the files hold. */
export const checks = (d: Dialect = duckdb): readonly Check[] => [
  ...peopleChecks,
  ...orderChecks(d),
  ...lineChecks(d),
  ...reviewChecks,
  ...catalogueChecks,
  ...textChecks(d)
];

const looked = [
  "staged_files",
  "staged_customers",
  "staged_orders",
  "staged_items",
  "staged_payments",
  "staged_reviews",
  "staged_products",
  "staged_sellers",
  "staged_geolocation",
  "staged_translation"
];

/** How many rows of a check can be looked at one by one. */
export const rowsPerCheck = 200;

const leftOut = "left out of every mart";

const excluded = `select reason as "check", table_name as "table", 1 as left_out, row_number,
    cast(null as integer) as order_key, cast(null as varchar) as key, detail
  from staged_excluded_rows`;

const drillDown = ({
  name,
  table,
  failing,
  namesOrder
}: Check) => `select ${quote(name)} as "check", ${quote(table)} as "table", 0 as left_out,
    cast(null as bigint) as row_number,
    ${namesOrder ? "key as order_key, cast(null as varchar) as key" : "cast(null as integer) as order_key, key"}, detail
  from (${failing})`;

export const qualityRows: Mart = {
  name: "quality_rows",
  row: `a row that fails a check, the first ${rowsPerCheck} of each check`,
  columns: [
    text("check", "what fails"),
    text("table", "the table it was found in"),
    integer("row_number", "line of the file, where the row was left out; else null"),
    text("key", "id of what fails; null where the row was left out"),
    text("detail", "what it says"),
    integer("failing", `how many rows fail this check in all; null where the rows were left out`)
  ],
  inputs: ["staged_excluded_rows", "places", ...looked],
  sql: (_, d = duckdb) =>
    d.spelt(`with failures as (
  ${[excluded, ...checks(d).map(drillDown)].join("\n  union all\n  ")}
),
counts as (
  select "check", "table", left_out, count(*) as failing from failures group by "check", "table", left_out
),
ranked as (
  select *, row_number() over (
      partition by "check", "table", left_out
      order by row_number nulls last, order_key nulls last, key nulls last, detail nulls last
    ) as place
  from failures
)
select f."check", f."table", cast(f.row_number as integer) as row_number, coalesce(f.key, o.order_id) as key,
  f.detail, cast(case when f.left_out = 0 then n.failing end as integer) as failing
from ranked f
join counts n on n."check" = f."check" and n."table" = f."table" and n.left_out = f.left_out
left join staged_orders o on o.order_key = f.order_key
where f.place <= ${rowsPerCheck}
order by f."table", f."check", f.place, f.detail nulls last`)
};

const described = ({name, table, of, action, effect}: Check) =>
  effect === undefined
    ? `select ${quote(name)} as "check", ${quote(table)} as "table", count(*) as rows, ${quote(action)} as action
  from ${of}`
    : `select ${quote(name)} as "check", ${quote(table)} as "table", counted.rows, concat(${quote(`${action}: `)}, effect.told) as action
  from (select count(*) as rows from ${of}) counted
  cross join (${effect}) effect`;

export const quality: Mart = {
  name: "quality",
  row: "a check",
  columns: [
    text("check", "what fails"),
    text("table", "the table it was looked for in"),
    integer("rows", "rows looked at"),
    integer("failing", "rows that fail"),
    text("action", "what is done with them")
  ],
  inputs: ["staged_excluded", "quality_rows", ...looked],
  sql: (_, d = duckdb) =>
    d.spelt(`with described as (
  ${checks(d).map(described).join("\n  union all\n  ")}
),
failures as (
  select "check", "table", max(failing) as failing from quality_rows group by "check", "table"
),
left_out as (
  select e.reason as "check", e.table_name as "table", max(f.rows) as rows, sum(e.rows) as failing
  from staged_excluded e
  join staged_files f on f.table_name = e.table_name
  group by e.reason, e.table_name
)
select d."check", d."table", cast(d.rows as integer) as rows, coalesce(f.failing, 0) as failing, d.action
from described d
left join failures f on f."check" = d."check" and f."table" = d."table"
union all
select "check", "table", cast(rows as integer), cast(failing as integer), ${quote(leftOut)}
from left_out
order by "table", "check"`)
};
