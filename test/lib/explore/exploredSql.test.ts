import {afterAll, beforeAll, expect, it} from "vitest";
import {bandSql, cutsOf} from "../../../lib/explore/bands.js";
import {peopleSql, selectedSql, withExplored} from "../../../lib/explore/conditions.js";
import type {FeatureDimension, RangeDimension} from "../../../lib/explore/dimensions.js";
import {dimensionNamed, featureDimensions} from "../../../lib/explore/dimensions.js";
import {customerFeaturesSql} from "../../../lib/explore/featuresSql.js";
import {groupsSql, measures} from "../../../lib/explore/measures.js";
import {featureInputs, featuresSql} from "../../../lib/features/sql.js";
import {cellsSql} from "../../../lib/retention/segmentCells.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts, smallMarts} from "../../support/marts.js";

const cutoff = "2018-03-01T00:00:00";
let marts: OpenMarts;
beforeAll(async () => {
  marts = await openMarts(await smallMarts(), [...featureInputs, "segments"]);
});
afterAll(() => marts.close());

const one = async (sql: string) =>
  Number(Object.values((await marts.rows<Record<string, unknown>>(sql))[0])[0]);

it("has each order once, with the mart's own amounts", async () => {
  const rows = await marts.rows<{value: number}>(selectedSql({}, cutoff));
  expect(rows).toHaveLength(await one("select count(*) from orders"));
  const cents = await one("select sum(price_cents) from orders");
  expect(rows.reduce((sum, {value}) => sum + Math.round(100 * value), 0)).toBe(cents);
});

it("selects what the mart's own columns say", async () => {
  const conditions = {
    value: {low: 50, high: 150},
    states: ["SP"],
    scores: ["5"],
    delay_days: {low: null, high: -1}
  };
  expect(await marts.rows(selectedSql(conditions, cutoff))).toHaveLength(
    await one(`select count(*) from orders where price_cents between 5000 and 14999 and state = 'SP'
      and review_score = 5 and delivered_at::date < estimated_at::date`)
  );
});

it("counts a group's orders in bands as a count in the mart does", async () => {
  const cuts = cutsOf({least: 0, most: 2000, low: 10, high: 900}, false);
  const value = dimensionNamed("value") as RangeDimension;
  const rows = await marts.rows<{key: number; orders: bigint}>(
    withExplored(groupsSql({}, measures.orders, value, cuts), cutoff)
  );
  const second = rows.find(({key}) => Number(key) === 1);
  expect(Number(second?.orders)).toBe(
    await one(
      `select count(*) from orders where price_cents >= ${100 * cuts[0]} and price_cents < ${100 * cuts[1]}`
    )
  );
  expect(bandSql(value, [])).toContain("else 0 end");
});

it("makes people of a selection, who narrow the segments", async () => {
  const people = await marts.rows<{customer_key: number}>(peopleSql({states: ["SP"]}, cutoff));
  expect(people).toHaveLength(
    await one("select count(distinct customer_key) from orders where state = 'SP'")
  );
  const count = (cells: {customers: unknown}[]) =>
    cells.reduce((sum, {customers}) => sum + Number(customers), 0);
  const cells = await marts.rows<{customers: unknown}>(
    cellsSql("2018-08-30", "all", peopleSql({states: ["SP"]}, cutoff))
  );
  expect(count(cells)).toBe(
    await one(`select count(distinct customer_key) from orders where status = 'delivered'
      and purchased_at < timestamp '2018-08-30' and customer_key in (select customer_key from orders where state = 'SP')`)
  );
});

it("knows no value and no freight of an order without lines", async () => {
  const [told] = await marts.rows<Record<string, unknown>>(
    withExplored(
      `select count(*) filter (items = 0) as bare, count(value) filter (items = 0) as valued,
        count(freight) filter (items = 0) as carried, count(value) as known, sum(items > 0) as lined from explored`,
      cutoff
    )
  );
  const {bare, valued, carried, known, lined} = told;
  expect(Number(bare)).toBeGreaterThan(0);
  expect([valued, carried].map(Number)).toEqual([0, 0]);
  expect(Number(known)).toBe(Number(lined));
});

it("has each order once with a number of its customer as of the cutoff, and none where there is none", async () => {
  const features = ["recency_days", "monetary_value", "city_churn_rate", "is_repeat_customer"].map(
    (name) => dimensionNamed(name) as FeatureDimension
  );
  const rows = await marts.rows<Record<string, number | null>>(
    withExplored("select * from explored order by order_key", cutoff, features)
  );
  expect(rows).toHaveLength(await one("select count(*) from orders"));
  const theirs = await marts.rows<Record<string, number | null>>(
    featuresSql({cutoff, horizon: 180, strict: false})
  );
  const byCustomer = new Map(theirs.map((row) => [row.customer_key, row]));
  expect(rows.filter(({customer_key}) => !byCustomer.has(customer_key)).length).toBeGreaterThan(0);
  for (const row of rows) {
    const person = byCustomer.get(row.customer_key);
    expect(row.recency_days).toEqual(person?.recency_days ?? null);
    expect(row.monetary_value).toEqual(person?.monetary_value ?? null);
    expect(row.city_churn_rate).toEqual(person?.city_rate_earlier ?? null);
    expect(row.is_repeat_customer).toEqual(person?.is_repeat_customer ?? null);
  }
});

it("narrows orders and people by what their customers' features are", async () => {
  const by = {recency_days: {low: 30, high: 100}, states: ["SP"]};
  const keys = (query: string) =>
    marts
      .rows<{customer_key: number}>(`select distinct customer_key from (${query}) order by 1`)
      .then((rows) => rows.map(({customer_key}) => customer_key));
  const expected = await keys(`select o.customer_key from orders o
    join (${featuresSql({cutoff, horizon: 180, strict: false})}) f on f.customer_key = o.customer_key
    where o.state = 'SP' and f.recency_days between 30 and 100`);
  expect(expected.length).toBeGreaterThan(0);
  expect(await keys(peopleSql(by, cutoff))).toEqual(expected);
  expect(await keys(selectedSql(by, cutoff))).toEqual(expected);
});

it("has a column of every number among the features, which no column of the orders is named as", async () => {
  const columns = await marts.rows<{column_name: string}>(`describe ${selectedSql({}, cutoff)}`);
  const names = columns.map(({column_name}) => column_name);
  expect(featureDimensions).toHaveLength(75);
  expect(featureDimensions.filter(({name}) => names.includes(name))).toEqual([]);
  const found = await marts.rows<{column_name: string}>(`describe ${customerFeaturesSql({cutoff})}`);
  expect(found.map(({column_name}) => column_name)).toEqual([
    "customer_key",
    ...featureDimensions.map(({name}) => name)
  ]);
});
