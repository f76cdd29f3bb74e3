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

const excluded = `select reason as "check", table_name as "table", row_number,
    cast(null as integer) as order_key, cast(null as varchar) as key, detail,
    row_number() over (partition by table_name, reason order by row_number) as place,
    null as failing
  from staged_excluded_rows`;

/** Counted apart from the first rows, which are looked for by order and limit: no engine has to rank all of them. */
const drillDown = (
  {name, table, namesOrder}: Check,
  at: number
) => `select ${quote(name)} as "check", ${quote(table)} as "table",
    cast(null as bigint) as row_number,
    ${namesOrder ? "key as order_key, cast(null as varchar) as key" : "cast(null as integer) as order_key, key"}, detail,
    row_number() over (order by key nulls last, detail nulls last) as place, counted.failing
  from (select * from failing_${at} order by key nulls last, detail nulls last limit ${rowsPerCheck}) first_rows
  cross join (select count(*) as failing from failing_${at}) counted`;

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
    d.spelt(`with ${checks(d)
      .map(({failing}, at) => `failing_${at} as (\n  ${failing}\n),`)
      .join("\n")}
failures as (
  ${[excluded, ...checks(d).map(drillDown)].join("\n  union all\n  ")}
)
select f."check", f."table", cast(f.row_number as integer) as row_number, coalesce(f.key, o.order_id) as key,
  f.detail, cast(f.failing as integer) as failing
from failures f
left join staged_orders o on o.order_key = f.order_key
where f.place <= ${rowsPerCheck}
order by f."table", f."check", f.place, f.detail nulls last`)
};

const acted = ({action, effect}: Check) =>
  effect === undefined ? quote(action) : `concat(${quote(`${action}: `)}, (${effect}))`;

const described = (check: Check) =>
  `select ${quote(check.name)} as "check", ${quote(check.table)} as "table", count(*) as rows, ${acted(check)} as action
  from ${check.of}`;

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
