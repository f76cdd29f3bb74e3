import {placeMeaning} from "./regions.js";
import {duckdb} from "../dialect/duckdb.js";
import {cents, date, integer, text} from "./mart.js";
import type {Mart} from "./mart.js";
import {dayOf, tally, total} from "../sql/expressions.js";

/** Its rows are ordered so that like stands by like, which takes a quarter off its size. */
export const daily: Mart = {
  name: "daily",
  row: "a day, state and status with at least one order",
  small: true,
  columns: [
    date("day", "day of purchase, local time"),
    text("state", `${placeMeaning} that the orders were sent to`),
    text("status", "last known status of the orders"),
    integer("orders", "orders"),
    integer("customers", "distinct people among them"),
    cents("price_cents", "sum of the lines' prices"),
    cents("freight_cents", "sum of the lines' freight"),
    integer("items", "order lines"),
    integer("late", "orders delivered on a later calendar day than promised"),
    integer("delivered", "orders delivered with a delivery date: what late is a share of"),
    integer("reviews", "reviews of these orders, whenever they were written"),
    integer("score_sum", "sum of those reviews' scores")
  ],
  inputs: ["orders", "reviews"],
  sql: (_, d = duckdb) =>
    d.spelt(`with scores as (
  select order_key, count(*) as reviews, sum(score) as score_sum
  from reviews
  group by order_key
)
select ${dayOf("o.purchased_at")} as day, o.state, o.status,
  ${tally()} as orders, cast(count(distinct o.customer_key) as integer) as customers,
  ${total("o.price_cents")} as price_cents, ${total("o.freight_cents")} as freight_cents,
  ${total("o.items")} as items, ${tally("o.late")} as late, ${tally("o.late is not null")} as delivered,
  ${total("s.reviews")} as reviews, ${total("s.score_sum")} as score_sum
from orders o
left join scores s on s.order_key = o.order_key
group by 1, 2, 3
order by status, orders, items, reviews, score_sum, customers, late, state, day`)
};
