import {placeMeaning} from "./regions.js";
import {duckdb} from "../dialect/duckdb.js";
import {boolean, cents, integer, text, timestamp} from "./mart.js";
import type {Mart} from "./mart.js";
import {tally, total} from "../sql/expressions.js";

export const orders: Mart = {
  name: "orders",
  row: "an order",
  columns: [
    integer("order_key", "the order, numbered by time of purchase"),
    integer("customer_key", "the person who ordered, numbered by first purchase"),
    text("status", "last known status: delivered, shipped, canceled, ..."),
    text("state", `${placeMeaning} that this order was sent to`),
    text("city", "city that this order was sent to, as written in the file"),
    text("zip", "first five digits of the postal code that this order was sent to"),
    timestamp("purchased_at", "when the order was placed", "local time"),
    timestamp("approved_at", "when the payment was approved", "local time"),
    timestamp("shipped_at", "when the seller handed it to the carrier", "local time"),
    timestamp("delivered_at", "when the customer received it", "local time"),
    timestamp("estimated_at", "delivery day promised at purchase, at midnight", "local time"),
    integer("items", "order lines"),
    integer("sellers", "distinct sellers"),
    cents("price_cents", "sum of the lines' prices"),
    cents("freight_cents", "sum of the lines' freight"),
    cents("payment_cents", "sum of all payments"),
    text("payment_type", "type that paid the largest part; null without payment"),
    integer("installments", "largest number of installments; null without payment"),
    integer("review_score", "score of the latest review, 1 to 5; null without review"),
    boolean("late", "delivered on a later calendar day than promised; null unless delivered with a date")
  ],
  inputs: ["staged_orders", "staged_customers", "staged_items", "staged_payments", "staged_reviews"],
  sql: (_, d = duckdb) =>
    d.spelt(`with item_totals as (
  select order_key, ${tally()} as items, cast(count(distinct seller_key) as integer) as sellers,
    ${total("price_cents")} as price_cents, ${total("freight_cents")} as freight_cents
  from staged_items
  group by order_key
),
paid_by_type as (
  select order_key, type, sum(value_cents) as paid, max(installments) as installments
  from staged_payments
  group by order_key, type
),
ranked_types as (
  select *, row_number() over (partition by order_key order by paid desc, type) as place
  from paid_by_type
),
payment_totals as (
  select order_key, ${total("paid")} as payment_cents, max(installments) as installments,
    max(case when place = 1 then type end) as payment_type
  from ranked_types
  group by order_key
),
ranked_reviews as (
  select order_key, score, row_number() over (
      partition by order_key
      order by created_at desc nulls last, answered_at desc nulls last, review_id desc
    ) as place
  from staged_reviews
)
select o.order_key, o.customer_key, o.status, c.state, c.city, c.zip,
  o.purchased_at, o.approved_at, o.shipped_at, o.delivered_at, o.estimated_at,
  coalesce(i.items, 0) as items, coalesce(i.sellers, 0) as sellers,
  coalesce(i.price_cents, 0) as price_cents, coalesce(i.freight_cents, 0) as freight_cents,
  coalesce(p.payment_cents, 0) as payment_cents, p.payment_type, p.installments,
  r.score as review_score,
  case when o.status = 'delivered' and o.delivered_at is not null
    then cast(o.delivered_at as date) > cast(o.estimated_at as date) end as late
from staged_orders o
join staged_customers c on c.customer_id = o.customer_id
left join item_totals i on i.order_key = o.order_key
left join payment_totals p on p.order_key = o.order_key
left join ranked_reviews r on r.order_key = o.order_key and r.place = 1
order by o.order_key`)
};
