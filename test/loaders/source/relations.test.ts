import type {Case} from "./refusals.js";
import {describe} from "vitest";
import {hex, set} from "./fixture.js";
import {cell, ownDatabase, refuses} from "./refusals.js";

const repeat = (table: string, keys: string): Case => ({
  title: `a repeated key of ${table}`,
  table,
  code: "duplicate-key",
  says: ["row 3", "of row 1", keys],
  rows: (csv) => csv.rows.splice(2, 0, [...csv.rows[0]])
});

const relations: Case[] = [
  repeat("customers", "column customer_id"),
  repeat("orders", "column order_id"),
  repeat("products", "column product_id"),
  repeat("sellers", "column seller_id"),
  repeat("items", "column order_id and column order_item_id"),
  repeat("payments", "column order_id and column payment_sequential"),
  repeat("reviews", "column review_id and column order_id"),
  {...repeat("translation", "column product_category_name"), says: ["row 2", "of row 1"]},
  cell("orders", 2, "customer_id", hex("c", 99), "orphans", "olist_customers_dataset.csv", "1 of 6"),
  cell("items", 2, "order_id", hex("a", 99), "orphans", "olist_orders_dataset.csv", "1 of 12"),
  cell("items", 2, "product_id", hex("b", 99), "orphans", "olist_products_dataset.csv"),
  cell("items", 2, "seller_id", hex("e", 99), "orphans", "olist_sellers_dataset.csv"),
  cell("payments", 2, "order_id", hex("a", 99), "orphans", "olist_orders_dataset.csv"),
  cell("reviews", 2, "order_id", hex("a", 99), "orphans", "olist_orders_dataset.csv"),
  {
    title: "more orphans than the stated share",
    table: "payments",
    orders: 300,
    code: "orphans",
    says: ["row 1", "column order_id", "4 of 300", "1.3\u00a0%", "1.0\u00a0%"],
    rows: (csv) => [1, 2, 3, 4].forEach((row) => set(csv, row, "order_id", hex("a", 900 + row)))
  },
  {
    title: "dates that contradict each other",
    table: "orders",
    code: "contradictory-dates",
    says: ["row 2", "column order_purchase_timestamp", '"13/10/2017 10:56"', "row 1", '"10/14/2017 10:56"'],
    rows: (csv) => {
      set(csv, 1, "order_purchase_timestamp", "10/14/2017 10:56");
      set(csv, 2, "order_purchase_timestamp", "13/10/2017 10:56");
    }
  }
];

describe("stage refuses", () => refuses(ownDatabase(), relations));
