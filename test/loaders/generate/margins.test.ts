import {readFileSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {makeShop, purchases} from "./shop.js";
import type {Shop} from "./shop.js";

let shop: Shop;
beforeAll(async () => {
  const tables = ["customers", "orders", "items", "payments", "reviews", "products", "sellers"];
  shop = await makeShop(1, {tables});
  await shop.rows(purchases);
});
afterAll(() => shop.remove());

const of = (value: string, where = "true") => `SELECT ${value} FROM purchases WHERE ${where}`;

/** Figures of the published files: the real value, what measures it here and the tolerance in per cent. */
const figures: Record<string, [number, string, number]> = {
  orders: [99_441, of("count(*)"), 0],
  people: [96_096, of("count(DISTINCT person)"), 0],
  "delivered orders": [96_478, of("count(*)", "order_status = 'delivered'"), 0.1],
  items: [112_650, "SELECT count(*) FROM items", 2],
  payments: [103_886, "SELECT count(*) FROM payments", 2],
  reviews: [99_224, "SELECT count(*) FROM reviews", 0.3],
  products: [32_951, "SELECT count(*) FROM products", 0],
  sellers: [3095, "SELECT count(*) FROM sellers", 0],
  "sum of prices, cents": [1_359_164_370, of("sum(price)"), 3],
  "sum of freight, cents": [225_190_954, of("sum(freight)"), 3],
  "sum of payments, cents": [1_600_887_212, of("sum(paid)"), 3],
  "median price, cents": [7499, "SELECT median(price) FROM items", 4],
  "95 % quantile of price, cents": [34_990, "SELECT quantile_cont(price, .95) FROM items", 5],
  "median freight, cents": [1626, "SELECT median(freight_value) FROM items", 5],
  "median order payment, cents": [10_529, of("median(paid)"), 6],
  "mean days to delivery": [12.56, of("avg(days)"), 4],
  "median days to delivery": [10.22, of("median(days)"), 4],
  "95 % quantile of days to delivery": [29.28, of("quantile_cont(days, .95)"), 6],
  "late by timestamp, %": [8.11, of("100 * avg(late::INTEGER)"), 6],
  "late by day, %": [6.77, of("100 * avg(late_day::INTEGER)"), 6],
  "mean score": [4.0864, "SELECT avg(review_score) FROM reviews", 1],
  "reviews with a message, %": [
    41.3,
    "SELECT 100 * count(review_comment_message) / count(*) FROM reviews",
    3
  ],
  "reviews with a title, %": [11.66, "SELECT 100 * count(review_comment_title) / count(*) FROM reviews", 6],
  "Black Friday 2017": [1176, of("count(*)", "purchased::DATE = '2017-11-24'"), 8],
  "people with several orders": [
    2997,
    "SELECT count(*) FROM (FROM purchases SELECT person GROUP BY 1 HAVING count(*) > 1)",
    0
  ],
  "further orders on the same day, %": [
    29.9,
    `SELECT 100 * avg((gap < INTERVAL 1 DAY)::INTEGER) FROM
      (SELECT purchased - lag(purchased) OVER (PARTITION BY person ORDER BY purchased) AS gap FROM purchases)`,
    10
  ],
  "mean installments of card payments": [
    3.507,
    "SELECT avg(payment_installments) FROM payments WHERE payment_type = 'credit_card'",
    3
  ],
  "orders of several sellers": [1278, of("count(*)", "sellers > 1"), 12],
  "units of the best-selling product, 99 % quantile": [
    33,
    "SELECT quantile_cont(n, .99) FROM (SELECT count(*) AS n FROM items GROUP BY product_id)",
    12
  ],
  "correlation of freight and weight, %": [
    61,
    "SELECT 100 * corr(freight_value, product_weight_g) FROM items JOIN products USING (product_id)",
    8
  ],
  "correlation of freight and price, %": [41.4, "SELECT 100 * corr(freight_value, price) FROM items", 16]
};

test.each(Object.entries(figures))("%s: as in the published files", async (_, [real, sql, tolerance]) => {
  const made = await shop.value(sql);
  expect(Math.abs(made / real - 1) * 100, `${made} against ${real}`).toBeLessThanOrEqual(tolerance);
});

interface Facts {
  order_status: Record<string, number>;
  monthly: {
    month: string;
    orders: number;
    price_sum: number;
    mean_delivery_days: number | null;
    on_time_pct: number | null;
  }[];
  weekday: Record<string, number>;
  hour: Record<string, number>;
  states: {
    state: string;
    orders: number;
    price_sum: number;
    mean_delivery_days: number;
    late_timestamp: number;
    delivered: number;
  }[];
  cities: {city: string; orders: number}[];
  items_per_order: Record<string, number>;
  payment: {
    by_type: {type: string; rows: number; value: number}[];
    installments_rows: Record<string, number>;
  };
  review: {score: Record<string, number>};
  products_per_category_pt: Record<string, number>;
  sellers_by_state: Record<string, number>;
}

const file = "test/reference/olist-facts.json";
const facts = JSON.parse(readFileSync(file, "utf8")) as Facts;

describe("margins of olist-facts.json", () => {
  const known = facts;

  /** Compares counts by a key: as far off as chance explains (4.5 standard errors) and a relative tolerance. */
  async function compare(sql: string, real: Record<string, number>, tolerance: number): Promise<void> {
    const made = new Map((await shop.rows(sql)).map(({key, value}) => [String(key), Number(value)]));
    for (const [key, value] of Object.entries(real)) {
      const off = Math.abs((made.get(key) ?? 0) - value);
      expect(off, `${key}: ${made.get(key)} against ${value}`).toBeLessThanOrEqual(
        4.5 * Math.sqrt(value) + tolerance * value
      );
    }
  }
  const by = (key: string, where = "true") => of(`${key} AS key, count(*) AS value`, `${where} GROUP BY 1`);

  test("orders by status, month, weekday, hour, state, city and items", async () => {
    await compare(by("order_status"), known.order_status, 0);
    const months = known.monthly.map(({month, orders}) => [month, orders]);
    await compare(
      by("strftime(purchased, '%Y-%m')"),
      Object.fromEntries(months) as Record<string, number>,
      0.01
    );
    expect(await shop.value(of("count(*)", "purchased BETWEEN '2016-10-23' AND '2016-12-22'"))).toBe(0);
    await compare(by("strftime(purchased, '%a')"), known.weekday, 0.01);
    await compare(by("hour(purchased)"), known.hour, 0.01);
    const states = known.states.map(({state, orders}) => [state, orders]);
    await compare(by("state"), Object.fromEntries(states) as Record<string, number>, 0.01);
    const cities = known.cities.map(({city, orders}) => [city, orders]);
    const city = "SELECT customer_city AS key, count(*) AS value FROM customers GROUP BY 1";
    await compare(city, Object.fromEntries(cities) as Record<string, number>, 0.05);
    await compare(by("items"), known.items_per_order, 0.06);
  });

  test("price by month and state, days and late deliveries by month and state", async () => {
    for (const {month, orders, price_sum, mean_delivery_days, on_time_pct} of known.monthly) {
      if (orders < 1000) continue;
      const where = `strftime(purchased, '%Y-%m') = '${month}'`;
      expect(Math.abs((await shop.value(of("sum(price)", where))) / price_sum / 100 - 1), month).toBeLessThan(
        0.13
      );
      const days = await shop.value(of("avg(days)", where));
      expect(Math.abs(days / (mean_delivery_days ?? 0) - 1), month).toBeLessThan(0.15);
      const late = await shop.value(of("100 * avg(late::INTEGER)", where));
      expect(Math.abs(late - (100 - (on_time_pct ?? 0))), month).toBeLessThan(2);
    }
    for (const {state, orders, price_sum, mean_delivery_days, late_timestamp, delivered} of known.states) {
      if (orders < 1000) continue;
      const where = `state = '${state}'`;
      expect(Math.abs((await shop.value(of("sum(price)", where))) / price_sum / 100 - 1), state).toBeLessThan(
        0.14
      );
      expect(
        Math.abs((await shop.value(of("avg(days)", where))) / mean_delivery_days - 1),
        state
      ).toBeLessThan(0.08);
      const late = await shop.value(of("100 * avg(late::INTEGER)", where));
      expect(Math.abs(late - (100 * late_timestamp) / delivered), state).toBeLessThan(3.5);
    }
  });

  test("payments by type and installments, scores, products by category, sellers by state", async () => {
    const types = known.payment.by_type.map(({type, rows}) => [type, rows]);
    const type = "SELECT payment_type AS key, count(*) AS value FROM payments GROUP BY 1";
    await compare(type, Object.fromEntries(types) as Record<string, number>, 0.04);
    const installments = "SELECT payment_installments AS key, count(*) AS value FROM payments GROUP BY 1";
    await compare(installments, known.payment.installments_rows, 0.06);
    await compare(
      "SELECT review_score AS key, count(*) AS value FROM reviews GROUP BY 1",
      known.review.score,
      0.03
    );
    const category =
      "SELECT coalesce(product_category_name, '_none') AS key, count(*) AS value FROM products GROUP BY 1";
    await compare(category, known.products_per_category_pt, 0);
    await compare(
      "SELECT seller_state AS key, count(*) AS value FROM sellers GROUP BY 1",
      known.sellers_by_state,
      0
    );
  });
});
