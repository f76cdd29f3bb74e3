import {placeMeaning} from "./regions.js";
import {duckdb} from "../dialect/duckdb.js";
import {cents, date, integer, text} from "./mart.js";
import type {Mart} from "./mart.js";
import {dayOf, tally, total} from "../sql/expressions.js";

/** What the page of recommendations reads whole, without DuckDB. */
export const baskets: Mart = {
  name: "baskets",
  row: "a product of an order, by person and time",
  small: true,
  columns: [
    integer("customer_key", "the person"),
    integer("order_key", "the order"),
    date("day", "day of purchase, local time"),
    text("state", `${placeMeaning} that the order was sent to`),
    text("city", "city that the order was sent to, as written in the file"),
    integer("product_key", "the product"),
    integer("seller_key", "the seller; the lowest number where several sold the product in this order"),
    text("category", "English label of the product's category"),
    cents("price_cents", "sum of the lines' prices"),
    integer("pieces", "order lines of the product")
  ],
  inputs: ["orders", "items", "products"],
  sql: (_, d = duckdb) =>
    d.spelt(`select o.customer_key, i.order_key, ${dayOf("o.purchased_at")} as day, o.state, o.city,
  i.product_key, min(i.seller_key) as seller_key, p.category_label as category,
  ${total("i.price_cents")} as price_cents, ${tally()} as pieces
from items i
join orders o on o.order_key = i.order_key
join products p on p.product_key = i.product_key
group by o.customer_key, i.order_key, o.purchased_at, o.state, o.city, i.product_key, p.category_label
order by o.customer_key, i.order_key, i.product_key`)
};
