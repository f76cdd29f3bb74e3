import {duckdb} from "../dialect/duckdb.js";
import {integer, text} from "./mart.js";
import type {Mart} from "./mart.js";

const lookup = (thing: string, source: string, key: string, id: string): Mart => ({
  name: `${thing}_ids`,
  row: `the hex id of a ${thing}`,
  columns: [integer(key, `the ${thing}'s key in every mart`), text(id, `the ${thing}'s id in the files`)],
  inputs: [source],
  sql: (_, d = duckdb) =>
    d.spelt(`select distinct ${key}, ${id}
from ${source}
order by ${key}, ${id}`)
});

export const orderIds = lookup("order", "staged_orders", "order_key", "order_id");
export const customerIds = lookup("customer", "staged_customers", "customer_key", "customer_unique_id");
export const productIds = lookup("product", "staged_products", "product_key", "product_id");
export const sellerIds = lookup("seller", "staged_sellers", "seller_key", "seller_id");
