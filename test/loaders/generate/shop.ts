import {DuckDBInstance} from "@duckdb/node-api";
import {createHash} from "node:crypto";
import {mkdtemp, open, readFile, readdir, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {generate} from "../../../loaders/generate/index.js";

/** The files of a generated shop, to be asked in SQL. */
export interface Shop {
  directory: string;
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** The only value of the only row. */
  value(sql: string): Promise<number>;
  remove(): Promise<void>;
}

const views = {
  customers: "olist_customers_dataset",
  orders: "olist_orders_dataset",
  items: "olist_order_items_dataset",
  payments: "olist_order_payments_dataset",
  reviews: "olist_order_reviews_dataset",
  products: "olist_products_dataset",
  sellers: "olist_sellers_dataset",
  geolocation: "olist_geolocation_dataset",
  translation: "product_category_name_translation"
};

/** Reads every column as text but those whose names say that they hold times, money or counts. */
const typed = (column: string) => {
  if (/_(timestamp|at|date)$/.test(column)) return `${column}::TIMESTAMP AS ${column}`;
  if (/^(price|freight_value|payment_value)$/.test(column))
    return `(${column}::DECIMAL(12, 2) * 100)::INTEGER AS ${column}`;
  if (/(_lat|_lng)$/.test(column)) return `${column}::DOUBLE AS ${column}`;
  if (/(score|sequential|installments|_qty|_g|_cm|_lenght|item_id)$/.test(column))
    return `${column}::INTEGER AS ${column}`;
  return column;
};

async function firstLine(path: string): Promise<string> {
  const handle = await open(path);
  const {buffer, bytesRead} = await handle.read(Buffer.alloc(1000), 0, 1000, 0);
  await handle.close();
  return buffer.toString("utf8", 0, bytesRead).split("\n", 1)[0];
}

/** Generates a shop into a directory of its own and opens it. */
export async function makeShop(scale: number, {tables = Object.keys(views)} = {}): Promise<Shop> {
  const directory = await mkdtemp(join(tmpdir(), "vitrine-generate-"));
  await generate({directory, scale});
  const instance = await DuckDBInstance.create(":memory:", {threads: "2"});
  const connection = await instance.connect();
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
  for (const [view, file] of Object.entries(views).filter(([name]) => tables.includes(name))) {
    const path = join(directory, `${file}.csv`);
    const header = (await firstLine(path)).replaceAll(/["\uFEFF]/g, "");
    const columns = header.split(",").map(typed).join(", ");
    const read = `read_csv('${path}', header = true, all_varchar = true, quote = '"', escape = '"', delim = ',', new_line = '\\n')`;
    await connection.run(`CREATE TABLE ${view} AS SELECT ${columns} FROM ${read}`);
  }
  return {
    directory,
    rows,
    value: async (sql) => Number(Object.values((await rows(sql))[0])[0]),
    remove: async () => {
      connection.closeSync();
      await rm(directory, {recursive: true});
    }
  };
}

/** SHA-256 of every file of a directory. */
export async function digests(directory: string): Promise<Record<string, string>> {
  const files = (await readdir(directory)).sort();
  const entries = files.map(async (file) => [
    file,
    createHash("sha256")
      .update(await readFile(join(directory, file)))
      .digest("hex")
  ]);
  return Object.fromEntries(await Promise.all(entries)) as Record<string, string>;
}

/** A row an order, with what the other files say of it: the statement that makes the table. */
export const purchases = `CREATE TABLE purchases AS
  SELECT orders.*, customer_unique_id AS person, customer_state AS state, customer_zip_code_prefix AS zip, due.*,
    paid, score, order_purchase_timestamp AS purchased,
    epoch(order_delivered_customer_date - order_purchase_timestamp) / 86400 AS days,
    epoch(order_estimated_delivery_date - order_purchase_timestamp) / 86400 AS promised,
    order_delivered_customer_date > order_estimated_delivery_date AS late,
    order_delivered_customer_date::DATE > order_estimated_delivery_date::DATE AS late_day
  FROM orders JOIN customers USING (customer_id)
  LEFT JOIN (SELECT order_id AS due_of, sum(price) AS price, sum(freight_value) AS freight, count(*) AS items,
    count(DISTINCT seller_id) AS sellers, min_by(seller_id, order_item_id) AS seller,
    min_by(product_category_name, order_item_id) AS category
    FROM items JOIN products USING (product_id) GROUP BY order_id) AS due ON due_of = order_id
  LEFT JOIN (SELECT order_id AS paid_of, sum(payment_value) AS paid FROM payments GROUP BY order_id) AS payment
    ON paid_of = order_id
  LEFT JOIN (SELECT order_id AS reviewed, max_by(review_score, review_creation_date) AS score
    FROM reviews GROUP BY order_id) AS review ON reviewed = order_id`;
