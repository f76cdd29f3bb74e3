import {DuckDBInstance} from "@duckdb/node-api";
import {mkdtemp, readFile, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {makeShop as makeBaskets} from "../../../loaders/generate/basket.js";
import {makeCatalogue} from "../../../loaders/generate/catalogue.js";
import type {Files} from "../../../loaders/generate/files.js";
import {writeGeolocation} from "../../../loaders/generate/geolocation.js";
import {generate} from "../../../loaders/generate/index.js";
import {simulate} from "../../../loaders/generate/people.js";
import {makePlaces} from "../../../loaders/generate/places.js";
import {makePlan} from "../../../loaders/generate/plan.js";
import {productId, writeProducts} from "../../../loaders/generate/products.js";
import {writeOrders} from "../../../loaders/generate/rows.js";
import {makeSellers, writeSellers} from "../../../loaders/generate/sellers.js";
import {stage} from "../../../loaders/source/stage.js";
import {digests, makeShop} from "./shop.js";
import type {Shop} from "./shop.js";

/** The files whose rows follow the scale. */
const scaled = {
  orders: "orders",
  items: "order_items",
  payments: "order_payments",
  products: "products",
  sellers: "sellers",
  geolocation: "geolocation"
};

let shop: Shop;
beforeAll(async () => {
  shop = await makeShop(0.05);
});
afterAll(() => shop.remove());

describe("the nine files", () => {
  test("have Kaggle's names and headers, a byte order mark in the translation and line feeds alone", async () => {
    const headers: Record<string, string> = {};
    for (const file of Object.keys(await digests(shop.directory))) {
      const text = await readFile(join(shop.directory, file), "utf8");
      expect(text).not.toContain("\r");
      expect(text.endsWith("\n")).toBe(true);
      headers[file] = text.slice(0, text.indexOf("\n")).replaceAll('"', "");
    }
    expect(headers).toEqual({
      "olist_customers_dataset.csv":
        "customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state",
      "olist_geolocation_dataset.csv":
        "geolocation_zip_code_prefix,geolocation_lat,geolocation_lng,geolocation_city,geolocation_state",
      "olist_order_items_dataset.csv":
        "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value",
      "olist_order_payments_dataset.csv":
        "order_id,payment_sequential,payment_type,payment_installments,payment_value",
      "olist_order_reviews_dataset.csv":
        "review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp",
      "olist_orders_dataset.csv":
        "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date",
      "olist_products_dataset.csv":
        "product_id,product_category_name,product_name_lenght,product_description_lenght,product_photos_qty,product_weight_g,product_length_cm,product_height_cm,product_width_cm",
      "olist_sellers_dataset.csv": "seller_id,seller_zip_code_prefix,seller_city,seller_state",
      "product_category_name_translation.csv": "\uFEFFproduct_category_name,product_category_name_english"
    });
  });

  test("are the same bytes for the same seed, and others for another", async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), "vitrine-again-"));
    const first = await digests(shop.directory);
    await generate({directory: elsewhere, scale: 0.05, seed: 1});
    expect(await digests(elsewhere)).toEqual(first);
    await generate({directory: elsewhere, scale: 0.05, seed: 2});
    const second = await digests(elsewhere);
    const translation = "product_category_name_translation.csv";
    for (const file of Object.keys(first).filter((name) => name !== translation)) {
      expect(second[file]).not.toBe(first[file]);
    }
    await rm(elsewhere, {recursive: true});
  });
});

describe("references", () => {
  test("every key stands once", async () => {
    for (const [table, key] of [
      ["orders", "order_id"],
      ["orders", "customer_id"],
      ["customers", "customer_id"],
      ["products", "product_id"],
      ["sellers", "seller_id"],
      ["items", "(order_id, order_item_id)"],
      ["payments", "(order_id, payment_sequential)"],
      ["reviews", "(review_id, order_id)"]
    ]) {
      expect(await shop.value(`SELECT count(*) - count(DISTINCT ${key}) FROM ${table}`)).toBe(0);
    }
  });

  test("every reference has its row, every product and seller sells", async () => {
    for (const [from, key, to] of [
      ["orders", "customer_id", "customers"],
      ["customers", "customer_id", "orders"],
      ["items", "order_id", "orders"],
      ["items", "product_id", "products"],
      ["items", "seller_id", "sellers"],
      ["products", "product_id", "items"],
      ["sellers", "seller_id", "items"],
      ["payments", "order_id", "orders"],
      ["reviews", "order_id", "orders"]
    ]) {
      const missing = `SELECT count(*) FROM ${from} WHERE ${key} NOT IN (SELECT ${key} FROM ${to})`;
      expect(await shop.value(missing), `${from} without ${to}`).toBe(0);
    }
  });

  test("lines are numbered from 1, a product has one seller, and a person's shared review is of one person", async () => {
    expect(
      await shop.value(
        "SELECT count(*) FROM (SELECT max(order_item_id) <> count(*) AS gap FROM items GROUP BY order_id) WHERE gap"
      )
    ).toBe(0);
    expect(
      await shop.value(
        "SELECT max(n) FROM (SELECT count(DISTINCT seller_id) AS n FROM items GROUP BY product_id)"
      )
    ).toBe(1);
    const people = `SELECT count(DISTINCT customer_unique_id) AS n FROM reviews JOIN orders USING (order_id)
      JOIN customers USING (customer_id) GROUP BY review_id`;
    expect(await shop.value(`SELECT max(n) FROM (${people})`)).toBe(1);
  });
});

test("payments are items and freight, save for the planted differences", async () => {
  const different = await shop.value(`
    SELECT count(*) FROM (SELECT order_id, sum(price + freight_value) AS due FROM items GROUP BY order_id)
    JOIN (SELECT order_id, sum(payment_value) AS paid FROM payments GROUP BY order_id) USING (order_id)
    WHERE abs(paid - due) > 1`);
  expect(different).toBe(Math.round(232 * 0.05) + Math.round(17 * 0.05) + Math.round(54 * 0.05));
});

test("the importer takes the files and leaves out nothing but points of geolocation", async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  expect(await stage(connection, shop.directory)).toMatchObject({ok: true});
  const excluded = await connection.runAndReadAll(
    "SELECT DISTINCT table_name FROM staged_excluded WHERE rows > 0"
  );
  expect(excluded.getRows()).toEqual([["geolocation"]]);
  connection.closeSync();
});

/** Rows of the files of a shop, each line but the header. */
async function rowsOf(scale: number): Promise<Record<string, number>> {
  const directory = await mkdtemp(join(tmpdir(), "vitrine-scale-"));
  await generate({directory, scale});
  const rows: Record<string, number> = {};
  for (const [table, file] of Object.entries(scaled)) {
    const bytes = await readFile(join(directory, `olist_${file}_dataset.csv`));
    let lines = -1;
    for (let at = -1; (at = bytes.indexOf(10, at + 1)) >= 0;) lines++;
    rows[table] = lines;
  }
  await rm(directory, {recursive: true});
  return rows;
}

/** Rows of a large shop: all of its sellers, products and points, and of its orders some blocks that stand for all. */
async function rowsOfLarge(scale: number): Promise<Record<string, number>> {
  const plan = makePlan({scale, seed: 1});
  const places = makePlaces(plan);
  const sellers = makeSellers(plan, places);
  const catalogue = makeCatalogue(plan, sellers);
  const world = {plan, places, shop: makeBaskets(plan, catalogue, sellers)};
  const rows: Record<string, number> = {};
  const counted: Files = {
    append: (table, text) => {
      rows[table] ??= 0;
      for (let at = -1; (at = text.indexOf("\n", at + 1)) >= 0;) rows[table]++;
      return Promise.resolve();
    },
    close: () => Promise.resolve()
  };
  const written = 8;
  for (let block = 0; block < written; block++) {
    const from = Math.floor((block * plan.blocks) / written);
    await writeOrders(simulate(world, from), (product) => productId(plan, product), counted);
  }
  for (const table of Object.keys(rows)) rows[table] *= plan.blocks / written;
  await writeSellers(sellers, counted);
  await writeProducts(plan, catalogue, counted);
  await writeGeolocation(plan, places, counted);
  return rows;
}

test("rows follow the scale, points of geolocation up to 1 only", async () => {
  const shops = [
    [0.01, await rowsOf(0.01)],
    [0.1, await rowsOf(0.1)],
    [1.5, await rowsOfLarge(1.5)]
  ] as const;
  for (const table of Object.keys(scaled)) {
    const tolerance = table === "geolocation" ? 0.25 : 0.1;
    const rates = shops.map(
      ([scale, rows]) => rows[table] / (table === "geolocation" ? Math.min(1, scale) : scale)
    );
    for (const rate of rates) expect(Math.abs(rate / rates[2] - 1), table).toBeLessThan(tolerance);
  }
}, 180_000);

test("progress goes up to the whole", async () => {
  const directory = await mkdtemp(join(tmpdir(), "vitrine-progress-"));
  const shares: number[] = [];
  await generate({directory, scale: 0.05, onProgress: (done) => shares.push(done)});
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  await rm(directory, {recursive: true});
});

test("a wrong scale is refused with a sentence before anything is written", async () => {
  const directory = join(tmpdir(), `vitrine-refused-${process.pid}`);
  await expect(generate({directory, scale: 1000})).rejects.toThrow(
    "The scale must be a number from 0.01 to 100"
  );
  await expect(generate({directory, seed: 1.5})).rejects.toThrow("The seed must be a whole number");
  await expect(stat(directory)).rejects.toThrow("ENOENT");
});
