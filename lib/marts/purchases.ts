import {placeMeaning} from "./regions.js";
import {duckdb} from "../dialect/duckdb.js";
import {mainCategorySql} from "./mainCategory.js";
import {boolean, cents, date, integer, text} from "./mart.js";
import type {Mart} from "./mart.js";
import {dayOf} from "../sql/expressions.js";

/** What the pages about people who come back read whole, without DuckDB. */
export const purchases: Mart = {
  name: "purchases",
  row: "an order, by person and time",
  small: true,
  columns: [
    integer("customer_key", "the person"),
    date("day", "day of purchase, local time"),
    boolean("delivered", "whether the order was delivered"),
    text("state", `${placeMeaning} that the order was sent to`),
    text("payment_type", "type that paid the largest part; '(none)' without payment"),
    text("category", "English label of the category with the largest price; '(none)' without lines"),
    cents("price_cents", "sum of the lines' prices"),
    cents("freight_cents", "sum of the lines' freight"),
    integer("items", "order lines"),
    integer("installments", "largest number of installments; null without payment"),
    integer("review_score", "score of the latest review, 1 to 5; null without review"),
    boolean("late", "delivered on a later calendar day than promised; null unless delivered with a date")
  ],
  inputs: ["orders", "items", "products"],
  sql: (_, d = duckdb) =>
    d.spelt(`with ${mainCategorySql}
select o.customer_key, ${dayOf("o.purchased_at")} as day, o.status = 'delivered' as delivered, o.state,
  coalesce(o.payment_type, '(none)') as payment_type, coalesce(m.category, '(none)') as category,
  o.price_cents, o.freight_cents, o.items, o.installments, o.review_score, o.late
from orders o
left join main_categories m on m.order_key = o.order_key
order by o.customer_key, o.order_key`)
};
