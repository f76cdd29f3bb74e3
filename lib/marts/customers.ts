import {duckdb} from "../dialect/duckdb.js";
import {integer, text, timestamp} from "./mart.js";
import type {Mart} from "./mart.js";
import {placeMeaning, regionMeaning, regionSql} from "./regions.js";
import {tally} from "../sql/expressions.js";

export const customers: Mart = {
  name: "customers",
  row: "a person with at least one order",
  columns: [
    integer("customer_key", "the person, numbered by first purchase"),
    text("city", "city of the latest order, as written in the file"),
    text("state", `${placeMeaning} of the latest order`),
    text("region", regionMeaning),
    text("zip3", "first three digits of the latest order's postal code"),
    timestamp("first_purchased_at", "first purchase, whatever became of it", "local time"),
    timestamp("last_purchased_at", "latest purchase, whatever became of it", "local time"),
    integer("orders", "orders of any status"),
    integer("delivered_orders", "orders that were delivered")
  ],
  inputs: ["staged_orders", "staged_customers"],
  sql: (_, d = duckdb) =>
    d.spelt(`with people as (
  select o.customer_key, max_by(c.city, case when c.city is not null then o.order_key end) as city, max_by(c.state, o.order_key) as state,
    max_by(c.zip, o.order_key) as zip,
    min(o.purchased_at) as first_purchased_at, max(o.purchased_at) as last_purchased_at,
    ${tally()} as orders, ${tally("o.status = 'delivered'")} as delivered_orders
  from staged_orders o
  join staged_customers c on c.customer_id = o.customer_id
  group by o.customer_key
)
select customer_key, city, state, ${regionSql("state")} as region, substr(zip, 1, 3) as zip3,
  first_purchased_at, last_purchased_at, orders, delivered_orders
from people
order by customer_key`)
};
