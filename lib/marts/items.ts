import {categoryMeaning} from "./regions.js";
import {duckdb} from "../dialect/duckdb.js";
import {cents, integer, text} from "./mart.js";
import type {Mart} from "./mart.js";

export const items: Mart = {
  name: "items",
  row: "an order line",
  columns: [
    integer("order_key", "the order"),
    integer("line", "number of the line within the order, from 1; not a quantity"),
    integer("product_key", "the product"),
    integer("seller_key", "the seller"),
    text("category", `the product's category, ${categoryMeaning}; '(none)' where missing`),
    cents("price_cents", "price of the line"),
    cents("freight_cents", "freight of the line")
  ],
  inputs: ["staged_items", "staged_products"],
  sql: (_, d = duckdb) =>
    d.spelt(`select i.order_key, i.line, i.product_key, i.seller_key,
  coalesce(p.category, '(none)') as category, i.price_cents, i.freight_cents
from staged_items i
join staged_products p on p.product_key = i.product_key
order by i.order_key, i.line`)
};
