import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {marts} from "../../../lib/marts/index.js";
import {columnTypes} from "../../../loaders/warehouse/adopt.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts, smallMarts} from "../../support/marts.js";

let directory: string;
let open: OpenMarts;

beforeAll(async () => {
  directory = await smallMarts();
  open = await openMarts();
});
afterAll(() => open.close());

it.each(marts.map((mart) => [mart.name, mart] as const))(
  "yields the columns and types that %s declares",
  async (name, mart) => {
    const path = join(directory, `${name}.parquet`);
    const found = await open.rows<{column_name: string; column_type: string}>(
      `describe from read_parquet('${path}')`
    );
    expect(found.map(({column_name, column_type}) => [column_name, column_type])).toEqual(
      mart.columns.map((column) => [column.name, columnTypes[column.type]])
    );
    expect(mart.columns.every(({meaning}) => meaning.length > 3)).toBe(true);
  }
);

it.each([
  ["orders", "order_key"],
  ["items", "order_key, line"],
  ["payments", "order_key, sequential"],
  ["reviews", "order_key, place"],
  ["customers", "customer_key"],
  ["products", "product_key"],
  ["sellers", "seller_key"],
  ["places", "zip"],
  ["order_ids", "order_key"],
  ["customer_ids", "customer_key"],
  ["product_ids", "product_key"],
  ["seller_ids", "seller_key"],
  ["daily", "day, state, status"],
  ["monthly_categories", "month, state, category"],
  ["price_bands", "state, band"],
  ["monthly_price_bands", "month, state, band"],
  ["segments", "customer_key"],
  ["segment_sizes", "cutoff, state, segment"],
  ["lateness", "order_key"],
  ["quality", '"table", "check"']
])("has one row in %s for each %s", async (name, key) => {
  const [{rows, keys}] = await open.rows<{rows: number; keys: number}>(
    `select count(*) as rows, count(distinct (${key})) as keys
     from read_parquet('${join(directory, `${name}.parquet`)}')`
  );
  expect(rows).toBeGreaterThan(0);
  expect(keys).toBe(rows);
});

it.each([
  ["daily", "orders, customers, price_cents, freight_cents, items, late, delivered, reviews, score_sum"],
  ["customers", "orders, delivered_orders"],
  ["lateness", "weight_g, volume_cm3, distance_km, seller_late_share_before, usual_days, late"],
  ["quality", "rows, failing"]
])("lacks no number in %s where nothing was counted", async (name, columns) => {
  const missing = columns.split(", ").map((column) => `count(*) - count(${column}) as ${column}`);
  const [found] = await open.rows<Record<string, number>>(
    `select ${missing.join(", ")} from read_parquet('${join(directory, `${name}.parquet`)}')`
  );
  expect(Object.entries(found).filter(([, rows]) => rows > 0)).toEqual([]);
});

it("gives every order a row in order_ids and every key in items one in products and sellers", async () => {
  const at = (name: string) => `read_parquet('${join(directory, `${name}.parquet`)}')`;
  const [{orphans}] = await open.rows<{orphans: number}>(
    `select (select count(*) from ${at("orders")} anti join ${at("order_ids")} using (order_key))
       + (select count(*) from ${at("items")} anti join ${at("products")} using (product_key))
       + (select count(*) from ${at("items")} anti join ${at("sellers")} using (seller_key))
       + (select count(*) from ${at("orders")} anti join ${at("customers")} using (customer_key)) as orphans`
  );
  expect(orphans).toBe(0);
});
