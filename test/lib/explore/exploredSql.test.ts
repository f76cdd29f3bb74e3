import {afterAll, beforeAll, expect, it} from "vitest";
import {bandSql, cutsOf} from "../../../lib/explore/bands.js";
import {peopleSql, selectedSql, withExplored} from "../../../lib/explore/conditions.js";
import type {RangeDimension} from "../../../lib/explore/dimensions.js";
import {dimensionNamed} from "../../../lib/explore/dimensions.js";
import {groupsSql, measures} from "../../../lib/explore/measures.js";
import {cellsSql} from "../../../lib/retention/segmentCells.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts, smallMarts} from "../../support/marts.js";

let marts: OpenMarts;
beforeAll(async () => {
  marts = await openMarts(await smallMarts(), ["orders", "items", "products", "segments"]);
});
afterAll(() => marts.close());

const one = async (sql: string) =>
  Number(Object.values((await marts.rows<Record<string, unknown>>(sql))[0])[0]);

it("has each order once, with the mart's own amounts", async () => {
  const rows = await marts.rows<{value: number}>(selectedSql({}));
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
  expect(await marts.rows(selectedSql(conditions))).toHaveLength(
    await one(`select count(*) from orders where price_cents between 5000 and 14999 and state = 'SP'
      and review_score = 5 and delivered_at::date < estimated_at::date`)
  );
});

it("counts a group's orders in bands as a count in the mart does", async () => {
  const cuts = cutsOf({least: 0, most: 2000, low: 10, high: 900}, false);
  const value = dimensionNamed("value") as RangeDimension;
  const rows = await marts.rows<{key: number; orders: bigint}>(
    withExplored(groupsSql({}, measures.orders, value, cuts))
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
  const people = await marts.rows<{customer_key: number}>(peopleSql({states: ["SP"]}));
  expect(people).toHaveLength(
    await one("select count(distinct customer_key) from orders where state = 'SP'")
  );
  const count = (cells: {customers: unknown}[]) =>
    cells.reduce((sum, {customers}) => sum + Number(customers), 0);
  const cells = await marts.rows<{customers: unknown}>(
    cellsSql("2018-08-30", "all", peopleSql({states: ["SP"]}))
  );
  expect(count(cells)).toBe(
    await one(`select count(distinct customer_key) from orders where status = 'delivered'
      and purchased_at < timestamp '2018-08-30' and customer_key in (select customer_key from orders where state = 'SP')`)
  );
});
