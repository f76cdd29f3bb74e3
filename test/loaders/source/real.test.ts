import type {Staged} from "../../../lib/source/stage.js";
import {beforeAll, describe, expect, test} from "vitest";
import {stage} from "../../../loaders/source/stage.js";
import {olistDir} from "../../support/paths.js";
import {ownDatabase} from "./refusals.js";

/** Rows of the published files. */
const published = {
  translation: 71,
  sellers: 3_095,
  products: 32_951,
  payments: 103_886,
  customers: 99_441,
  reviews: 99_224,
  items: 112_650,
  orders: 99_441,
  geolocation: 1_000_163
};

describe.skipIf(!olistDir)("the published files", () => {
  const connection = ownDatabase();
  let staged: Staged;
  const row = async (sql: string) => {
    const [values] = (await connection().runAndReadAll(sql)).getRows();
    return values.map((value) => (typeof value === "bigint" ? Number(value) : value));
  };

  beforeAll(async () => {
    const result = await stage(connection(), olistDir ?? "");
    if (!result.ok) throw new Error(result.message);
    staged = result.value;
  });

  test("come in with every row, but for copies of points and points off the mainland", () => {
    expect(Object.fromEntries(staged.files.map(({table, rows}) => [table, rows]))).toEqual(published);
    for (const {table, rows, used, excluded} of staged.files) {
      if (table !== "geolocation") expect([used, excluded]).toEqual([rows, []]);
    }
    expect(staged.files.find(({table}) => table === "geolocation")?.excluded).toEqual([
      {reason: "exact duplicate of another row", rows: 261_822},
      {reason: "exact duplicate of another row, outside mainland Brazil", rows: 9},
      {reason: "point outside mainland Brazil", rows: 33}
    ]);
  });

  test("are read as they are: one byte order mark, two misspelt columns, nothing else to note", () => {
    const notes = staged.files.filter((file) => file.notes !== "").map(({table, notes}) => [table, notes]);
    expect(notes).toEqual([
      ["translation", "BOM"],
      ["products", 'misspelt columns: "product_name_lenght", "product_description_lenght"']
    ]);
  });

  test("have the checksums of the published ones", () => {
    const sums = Object.fromEntries(staged.files.map(({table, sha256}) => [table, sha256.slice(0, 8)]));
    expect(sums).toMatchObject({orders: "8df58ef3", payments: "4f713964", translation: "a81f0d1f"});
  });

  test("lack what the published ones lack", async () => {
    const orders =
      "count(*) - count(approved_at), count(*) - count(shipped_at), count(*) - count(delivered_at)";
    expect(await row(`SELECT ${orders} FROM staged_orders`)).toEqual([160, 1_783, 2_965]);
    const products = "count(*) - count(category), count(*) - count(photos), count(*) - count(weight_g)";
    expect(await row(`SELECT ${products} FROM staged_products`)).toEqual([610, 610, 2]);
    const reviews = "count(*) - count(title), count(*) - count(message)";
    expect(await row(`SELECT ${reviews} FROM staged_reviews`)).toEqual([87_656, 58_247]);
  });

  test("hold the published sums to the cent", async () => {
    expect(await row("SELECT sum(price_cents), sum(freight_cents) FROM staged_items")).toEqual([
      1_359_164_370, 225_190_954
    ]);
    expect(await row("SELECT sum(value_cents) FROM staged_payments")).toEqual([1_600_887_212]);
  });

  test("keep the dirt that is theirs", async () => {
    expect(await row("SELECT count(*) FROM staged_orders WHERE approved_at > shipped_at")).toEqual([1_359]);
    expect(await row("SELECT count(*) FROM staged_reviews WHERE trim(message) = ''")).toEqual([9]);
    expect(await row("SELECT count(*) FROM staged_sellers WHERE city = '04482255'")).toEqual([1]);
    const leading = "count(*) FILTER (zip LIKE '0%') / count(*)";
    expect(await row(`SELECT round(100 * ${leading}, 2) FROM staged_customers`)).toEqual([24.13]);
  });

  test.each([
    ["staged_customers", "customer_key", 96_096],
    ["staged_orders", "order_key", 99_441],
    ["staged_products", "product_key", 32_951],
    ["staged_sellers", "seller_key", 3_095]
  ])("%s has dense keys", async (table, key, count) => {
    expect(await row(`SELECT min(${key}), max(${key}), count(DISTINCT ${key}) FROM ${table}`)).toEqual([
      1,
      count,
      count
    ]);
  });

  test("number orders and people by their first purchase", async () => {
    const order = await row("SELECT CAST(purchased_at AS VARCHAR) FROM staged_orders WHERE order_key = 1");
    expect(order).toEqual(["2016-09-04 21:15:19"]);
    const people = `SELECT count(*) FROM (
      SELECT customer_key, min(purchased_at) AS first FROM staged_orders GROUP BY customer_key
      QUALIFY first < lag(first) OVER (ORDER BY customer_key))`;
    expect(await row(people)).toEqual([0]);
  });
});
