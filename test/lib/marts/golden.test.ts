import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {categories} from "../../../lib/marts/categories.js";
import type {Manifest} from "../../../lib/marts/manifest.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts, realMarts} from "../../support/marts.js";
import {olistDir} from "../../support/paths.js";

/** Name, query of one number, and the number as published for the real files (facts.md, olist-facts.json). */
const totals: [what: string, sql: string, expected: number][] = [
  ["orders", "count(*) from orders", 99441],
  ["people", "count(*) from customers", 96096],
  ["people who came back", "count_if(orders > 1) from customers", 2997],
  ["most orders of one person", "max(orders) from customers", 17],
  ["people with two orders", "count_if(orders = 2) from customers", 2745],
  ["people with a delivered order", "count_if(delivered_orders > 0) from customers", 93358],
  ["people with two delivered orders", "count_if(delivered_orders = 2) from customers", 2573],
  ["people with three or more", "count_if(delivered_orders >= 3) from customers", 228],
  ["people with several delivered orders", "count_if(delivered_orders > 1) from customers", 2801],
  ["lines", "count(*) from items", 112650],
  ["price in cents", "sum(price_cents) from items", 1359164370],
  ["freight in cents", "sum(freight_cents) from items", 225190954],
  ["both in cents", "sum(price_cents + freight_cents) from orders", 1584355324],
  ["payments in cents", "sum(payment_cents) from orders", 1600887212],
  ["delivered lines", "sum(items) from orders where status = 'delivered'", 110197],
  ["delivered price in cents", "sum(price_cents) from orders where status = 'delivered'", 1322149811],
  ["delivered freight in cents", "sum(freight_cents) from orders where status = 'delivered'", 219827564],
  ["late by calendar day", "count_if(late) from orders", 6534],
  ["late by timestamp", "count_if(status = 'delivered' and delivered_at > estimated_at) from orders", 7826],
  ["dated deliveries", "count(late) from orders", 96470],
  ["orders without items", "count_if(items = 0) from orders", 775],
  ["payments of orders without items", "sum(payment_cents) from orders where items = 0", 16259195],
  ["orders without payment", "count_if(payment_type is null) from orders", 1],
  ["orders without review", "count_if(review_score is null) from orders", 768],
  ["orders of several sellers", "count_if(sellers > 1) from orders", 1278],
  ["orders in zero installments", "count_if(installments = 0) from orders", 2],
  ["longest basket", "max(items) from orders", 21],
  ["dearest line in cents", "max(price_cents) from items", 673500],
  ["cheapest line in cents", "min(price_cents) from items", 85],
  ["dearest freight in cents", "max(freight_cents) from items", 40968],
  ["lines without freight", "count_if(freight_cents = 0) from items", 383],
  ["lines without category", "count_if(category = '(none)') from items", 1603],
  ["distinct categories", "count(distinct category) from items", 74],
  ["reviews", "count(*) from reviews", 99224],
  ["sum of scores", "sum(score) from reviews", 11424 + 2 * 3151 + 3 * 8179 + 4 * 19142 + 5 * 57328],
  ["reviews with a title", "count_if(has_title) from reviews", 11568],
  ["reviews with a message", "count_if(has_message) from reviews", 40977],
  ["reviews with both", "count_if(has_title and has_message) from reviews", 9839],
  ["reviewed orders", "count(distinct order_key) from reviews", 98673],
  ["products", "count(*) from products", 32951],
  ["products without category", "count_if(category = '(none)') from products", 610],
  ["products without weight", "count_if(weight_g is null) from products", 2],
  ["heaviest product in grams", "max(weight_g) from products", 40425],
  ["sellers", "count(*) from sellers", 3095],
  ["states with sellers", "count(distinct state) from sellers", 23],
  ["sellers without a known place", "count_if(lat is null) from sellers", 7],
  ["postal codes of customers", "count(distinct zip) from orders", 14994],
  ["orders in the cube", "sum(orders) from daily", 99441],
  ["price in the cube in cents", "sum(price_cents) from daily", 1359164370],
  ["freight in the cube in cents", "sum(freight_cents) from daily", 225190954],
  ["lines in the cube", "sum(items) from daily", 112650],
  ["late in the cube", "sum(late) from daily", 6534],
  ["dated deliveries in the cube", "sum(delivered) from daily", 96470],
  ["reviews in the cube", "sum(reviews) from daily", 99224],
  ["orders of returning people", "count(*) from repeat_orders", 99441 - 93099],
  ["orders by person", "count(*) from purchases", 99441],
  ["delivered price by person in cents", "sum(price_cents) from purchases where delivered", 1322149811],
  ["products of orders", "count(*) from baskets", 102425],
  ["lines of orders", "sum(pieces) from baskets", 112650],
  ["people with a product", "count(distinct customer_key) from baskets", 95420],
  ["orders on their way", "count(*) from journeys", 99441],
  ["late on their way", "count_if(late) from journeys", 6534],
  [
    "late by days on their way",
    "count_if(status = 'delivered' and delivery_days > promised_days) from journeys",
    6534
  ],
  ["handed over before the approval", "count_if(handover_minutes < 0) from journeys", 1359],
  ["delivered before handed over", "count_if(transit_minutes < 0) from journeys", 23],
  ["reviews on their way", "sum(reviews) from journeys", 99224],
  ["orders with several reviews", "count_if(reviews > 1) from journeys", 547],
  ["reviewed orders on their way", "count(score) from journeys", 98673],
  ["returning people", "count(distinct customer_key) from repeat_orders", 2997],
  ["delivered price by category in cents", "sum(price_cents) from monthly_categories", 1322149811],
  ["delivered lines by category", "sum(items) from monthly_categories", 110197],
  ["delivered price by band in cents", "sum(price_cents) from price_bands", 1322149811],
  ["delivered freight by band in cents", "sum(freight_cents) from price_bands", 219827564],
  ["delivered price by month and band in cents", "sum(price_cents) from monthly_price_bands", 1322149811],
  ["segmented people", "count(*) from segments", 93358],
  ["segmented revenue in cents", "sum(monetary_cents) from segments", 1322149811],
  ["rows of lateness", "count(*) from lateness", 96470]
];

interface Facts {
  monthly: {
    month: string;
    orders: number;
    canceled: number;
    price_sum: number;
    delivered: number;
    mean_delivery_days: number;
  }[];
  states: {
    state: string;
    orders: number;
    unique_customers: number;
    price_sum: number;
    delivered: number;
    late_timestamp: number;
  }[];
  cities: {city: string; state: string; orders: number; unique: number}[];
  hour: Record<string, number>;
  items_per_order: Record<string, number>;
  orders_per_customer_all: Record<string, number>;
  order_status: Record<string, number>;
  sellers_by_state: Record<string, number>;
  products_per_category_pt: Record<string, number>;
  categories: {category: string; items: number; price_sum: number; orders: number}[];
  review: {score: Record<string, number>; with_message_by_score: Record<string, number>};
}

const factsFile = "test/reference/olist-facts.json";
const cents = (reais: number) => Math.round(reais * 100);

describe.skipIf(!existsSync(olistDir ?? ""))("the marts of the real files", () => {
  let open: OpenMarts;
  let directory: string;
  beforeAll(async () => {
    directory = await realMarts();
    open = await openMarts(directory);
  });
  afterAll(() => open.close());

  /** Keys to counts, of a query of two columns k and n. */
  const counts = async (sql: string) =>
    Object.fromEntries(
      (await open.rows<{k: string | number; n: number}>(sql)).map(({k, n}) => [String(k), n])
    );

  it.each(totals)("count %s", async (_, sql, expected) => {
    const [{value}] = await open.rows<{value: number | null}>(
      `select ${sql.replace(/ from /, " as value from ")}`
    );
    expect(value ?? 0).toBe(expected);
  });

  it("hold the published statuses", async () => {
    expect(await counts("select status as k, count(*) as n from orders group by all")).toEqual({
      delivered: 96478,
      shipped: 1107,
      canceled: 625,
      unavailable: 609,
      invoiced: 314,
      processing: 301,
      created: 5,
      approved: 2
    });
  });

  it("hold the published weekdays", async () => {
    expect(await counts("select isodow(day) as k, sum(orders) as n from daily group by all")).toEqual({
      1: 16196,
      2: 15963,
      3: 15552,
      4: 14761,
      5: 14122,
      6: 10887,
      7: 11960
    });
  });

  it("span the published time", () => {
    const manifest = JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8")) as Manifest;
    expect(manifest).toMatchObject({
      source: "real",
      first_purchase: "2016-09-04T21:15:19",
      last_purchase: "2018-10-17T17:30:18",
      cutoff: "2018-08-30T00:00:00"
    });
    expect(manifest.engine).toMatch(/^DuckDB v1\.4\./);
    expect(manifest.inputs.reduce((sum, {rows}) => sum + rows, 0)).toBe(1550922);
  });

  it("give the brief's revenue per delivered customer, and the mean score", async () => {
    const [means] = await open.rows<Record<string, number>>(
      `select sum(monetary_cents) / count(*) / 100 as revenue, (select avg(score) from reviews) as score,
         (select avg(date_diff('second', purchased_at, delivered_at)) / 86400 from orders where late is not null) as days
       from segments`
    );
    expect(means.revenue).toBeCloseTo(141.6215, 4);
    expect(means.score).toBeCloseTo(4.0864, 4);
    expect(means.days).toBeCloseTo(12.56, 2);
  });

  describe("against olist-facts.json", () => {
    const facts = JSON.parse(readFileSync(factsFile, "utf8")) as Facts;

    it("hold every month's orders, cancellations, price and deliveries", async () => {
      const months = await open.rows(
        `select substr(cast(day as varchar), 1, 7) as month, sum(orders) as orders,
           coalesce(sum(orders) filter (where status = 'canceled'), 0) as canceled,
           sum(price_cents) as price, sum(delivered) as delivered
         from daily group by month order by month`
      );
      expect(months).toEqual(
        facts.monthly
          .filter(({orders}) => orders > 0)
          .map(({month, orders, canceled, price_sum, delivered}) => ({
            ...{month, orders, canceled, price: cents(price_sum), delivered}
          }))
      );
    });

    it("hold every state's orders, people, price, deliveries and late orders", async () => {
      const states = await open.rows(
        `select state, count(*) as orders, count(distinct customer_key) as people, sum(price_cents) as price,
           count(late) as delivered, count_if(late is not null and delivered_at > estimated_at) as late
         from orders group by state order by orders desc`
      );
      expect(states).toEqual(
        facts.states.map(({state, orders, unique_customers, price_sum, delivered, late_timestamp}) => ({
          ...{
            state,
            orders,
            people: unique_customers,
            price: cents(price_sum),
            delivered,
            late: late_timestamp
          }
        }))
      );
    });

    it("hold every hour's orders", async () => {
      expect(await counts("select hour(purchased_at) as k, count(*) as n from orders group by all")).toEqual(
        facts.hour
      );
    });

    it("hold the sizes of baskets and of customers", async () => {
      expect(
        await counts("select items as k, count(*) as n from orders where items > 0 group by all")
      ).toEqual(facts.items_per_order);
      expect(await counts("select orders as k, count(*) as n from customers group by all")).toEqual(
        facts.orders_per_customer_all
      );
    });

    it("hold the sellers of every state and the products of every category", async () => {
      expect(await counts("select state as k, count(*) as n from sellers group by all")).toEqual(
        facts.sellers_by_state
      );
      expect(
        await counts(
          "select replace(category, '(none)', '_none') as k, count(*) as n from products group by all"
        )
      ).toEqual(facts.products_per_category_pt);
    });

    it("hold every category's lines, price and orders", async () => {
      const found = await open.rows<{items: number; price: number; orders: number}>(
        `select count(*) as items, sum(price_cents) as price, count(distinct order_key) as orders
         from items group by category order by price, items`
      );
      const published = facts.categories
        .map(({items, price_sum, orders}) => ({items, price: cents(price_sum), orders}))
        .sort((a, b) => a.price - b.price || a.items - b.items);
      expect(found).toEqual(published);
      const labelled = await counts("select category_label as k, count(*) as n from products group by all");
      expect(Object.keys(labelled).sort()).toEqual(categories.map(({label}) => label).sort());
    });

    it("hold every score's reviews and messages", async () => {
      expect(await counts("select score as k, count(*) as n from reviews group by all")).toEqual(
        facts.review.score
      );
      expect(await counts("select score as k, count_if(has_message) as n from reviews group by all")).toEqual(
        facts.review.with_message_by_score
      );
    });
  });
});
