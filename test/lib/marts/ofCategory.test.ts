import {afterAll, beforeAll, expect, it} from "vitest";
import {ofCategory} from "../../../lib/marts/ofCategory.js";
import {daily} from "../../../lib/marts/daily.js";
import {monthlyPriceBands} from "../../../lib/marts/priceBands.js";
import {repeatOrders} from "../../../lib/marts/repeatOrders.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts, smallMarts} from "../../support/marts.js";

let marts: OpenMarts;
let category = "";
beforeAll(async () => {
  marts = await openMarts(await smallMarts(), [
    "orders",
    "items",
    "products",
    "reviews",
    "monthly_categories"
  ]);
  const [first] = await marts.rows<{category: string}>(
    "select category from monthly_categories where category not like 'Other%' group by 1 order by sum(price_cents) desc limit 1"
  );
  category = first.category;
});
afterAll(() => marts.close());

const one = async (sql: string) =>
  Object.values((await marts.rows<Record<string, unknown>>(sql))[0]).map(Number);

it("counts the orders with a line of a category, at these lines' prices", async () => {
  const of = `from items i join products p on p.product_key = i.product_key where p.category_label = '${category}'`;
  const found = await one(
    `select sum(orders), sum(items), sum(price_cents), sum(freight_cents) from (${ofCategory(daily, category)})`
  );
  expect(found).toEqual(
    await one(`select count(distinct i.order_key), count(*), sum(i.price_cents), sum(i.freight_cents) ${of}`)
  );
  expect(found[0]).toBeGreaterThan(10);
});

it("agrees with the mart of months and categories, line by line", async () => {
  const revenue = `select sum(items), sum(price_cents)`;
  const published = await one(`${revenue} from monthly_categories where category = '${category}'`);
  expect(await one(`${revenue} from (${ofCategory(monthlyPriceBands, category)})`)).toEqual(published);
  expect(await one(`${revenue} from (${ofCategory(daily, category)}) where status = 'delivered'`)).toEqual(
    published
  );
});

it("holds those who bought of it twice, each order once", async () => {
  const [rows, people] = await one(
    `select count(*), count(distinct customer_key) from (${ofCategory(repeatOrders, category)})`
  );
  const there = await one(`select coalesce(sum(n), 0), count(*) from (
    select o.customer_key, count(distinct o.order_key) as n from orders o join items i on i.order_key = o.order_key
    join products p on p.product_key = i.product_key where p.category_label = '${category}' group by 1 having n >= 2)`);
  expect([rows, people]).toEqual(there);
});
