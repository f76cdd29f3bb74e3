import {afterAll, beforeAll, expect, it} from "vitest";
import type {Conditions} from "../../../lib/explore/conditions.js";
import {conditionsText, peopleSql} from "../../../lib/explore/conditions.js";
import {knownPeopleSql, knownSql} from "../../../lib/explore/knownSql.js";
import {populationTable} from "../../../lib/lab/populationTable.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts, smallMarts} from "../../support/marts.js";

const day = "2018-01-01";
let marts: OpenMarts;
beforeAll(async () => {
  marts = await openMarts(await smallMarts());
});
afterAll(() => marts.close());

/** The marts with all that came on the day or later turned round: orders dropped, deliveries put off, scores reversed. */
const forged = (query: string) => `with orders as (
  select * replace (
    case when delivered_at >= timestamp '${day}' then delivered_at + interval 90 day else delivered_at end as delivered_at,
    case when delivered_at >= timestamp '${day}' then not late else late end as late,
    case when delivered_at < timestamp '${day}' then status else 'canceled' end as status,
    6 - review_score as review_score
  )
  from main.orders
  where purchased_at < timestamp '${day}'
),
reviews as (
  select * replace (case when answered_at >= timestamp '${day}' then 6 - score else score end as score)
  from main.reviews
),
segments as (select * replace ('Lost' as segment) from main.segments)
select * from (${query})`;

const people = async (query: string) =>
  (await marts.rows<{customer_key: number}>(`select * from (${query}) order by 1`)).map(
    ({customer_key}) => customer_key
  );

const selections: [string, Conditions][] = [
  ["score", {scores: ["1", "2"]}],
  ["no review", {scores: ["(none)"]}],
  ["delay", {delay_days: {low: 0, high: null}}],
  ["lead time", {lead_days: {low: 20, high: null}}],
  ["segment", {segments: ["Champions"]}],
  ["status", {statuses: ["delivered"]}],
  ["recency", {recency_days: {low: null, high: 60}}],
  ["late share", {late_delivery_ratio: {low: 0.5, high: null}}],
  ["review", {avg_review_score: {low: null, high: 3}}],
  ["state and value", {states: ["SP"], value: {low: 100, high: null}}]
];

it.each(selections)(
  "singles out people by %s as it was known on the day, whatever came later",
  async (_, by) => {
    const known = await people(knownPeopleSql(by, day));
    expect(known.length).toBeGreaterThan(0);
    expect(await people(forged(knownPeopleSql(by, day)))).toEqual(known);
    const late = peopleSql(by, "2018-08-30T00:00:00");
    expect(await people(forged(late))).not.toEqual(await people(late));
  }
);

it("has the orders before the day, each once, and none of what is learnt of them later", async () => {
  const [counts] = await marts.rows<
    Record<string, unknown>
  >(`select count(*) as rows, count(distinct order_key) as orders,
    max(purchased_at) < timestamp '${day}' as before, count(lead_days) as delivered
    from (${knownSql(day)})`);
  const [there] = await marts.rows<
    Record<string, unknown>
  >(`select count(*) as rows, count(distinct order_key) as orders,
    true as before, count(*) filter (where delivered_at < timestamp '${day}') as delivered
    from orders where purchased_at < timestamp '${day}'`);
  expect(counts).toEqual(there);
});

it("parts a question's customers into those of a population and those who are not", async () => {
  const population = conditionsText({states: ["SP"]});
  const customers = "select customer_key, frequency from segments order by customer_key";
  const {table, sql, outside} = await populationTable(marts, customers, population, day);
  const all = await marts.columns(customers);
  expect(table.customer_key.length).toBeGreaterThan(20);
  expect(table.customer_key.length + Number(outside)).toBe(all.customer_key.length);
  expect(Object.keys(table)).toEqual(Object.keys(all));
  expect((await marts.columns(sql)).customer_key).toEqual(table.customer_key);
  const inside = new Set(await people(knownPeopleSql({states: ["SP"]}, day)));
  expect(Array.from(table.customer_key).every((key) => inside.has(Number(key)))).toBe(true);
  await expect(populationTable(marts, customers, "nonsense=1", day)).rejects.toThrow(RangeError);
});
