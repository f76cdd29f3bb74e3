import {placeMeaning} from "./regions.js";
import {duckdb} from "../dialect/duckdb.js";
import {date, integer, text} from "./mart.js";
import type {Mart} from "./mart.js";
import {dayOf} from "../sql/expressions.js";

/**
 * All orders of people who came back. With `daily` it counts people exactly: the people of any selection of
 * orders are its orders in `daily`, less its rows here, plus the distinct people among those rows.
 */
export const repeatOrders: Mart = {
  name: "repeat_orders",
  row: "an order of a person with two orders or more",
  small: true,
  columns: [
    integer("customer_key", "the person"),
    date("day", "day of purchase, local time"),
    text("state", `${placeMeaning} that the order was sent to`),
    text("status", "last known status of the order")
  ],
  inputs: ["orders"],
  sql: (_, d = duckdb) =>
    d.spelt(`with counted as (
  select order_key, customer_key, purchased_at, state, status,
    count(*) over (partition by customer_key) as orders
  from orders
)
select customer_key, ${dayOf("purchased_at")} as day, state, status
from counted
where orders >= 2
order by customer_key, order_key`)
};
