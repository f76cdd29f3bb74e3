import {existsSync} from "node:fs";
import fc from "fast-check";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {segments} from "../../../lib/marts/segments.js";
import {segmentSizes} from "../../../lib/marts/segmentSizes.js";
import {rfmScores} from "../../../lib/rfm/score.js";
import {segmentNames, segmentOf} from "../../../lib/rfm/segments.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts, realMarts} from "../../support/marts.js";
import {olistDir} from "../../support/paths.js";

const cutoff = "2018-08-30T00:00:00";

interface Scored {
  customer_key: number;
  state: string;
  recency_days: number;
  frequency: number;
  monetary_cents: number;
  r: number;
  f: number;
  m: number;
  fm: number;
  segment: string;
  repeat_segment: string;
}

/** min(5, 1 + floor(5 (midrank - 0.5) / n)), by counting. */
const quintiles = <T>(values: readonly T[], compare: (a: T, b: T) => number) =>
  values.map((value) => {
    const below = values.filter((other) => compare(other, value) < 0).length;
    const ties = values.filter((other) => compare(other, value) === 0).length;
    return Math.min(5, 1 + Math.floor((5 * (below + ties / 2)) / values.length));
  });

interface Bought {
  person: number;
  hoursBefore: number;
  cents: number;
  delivered: boolean;
}

const bought: fc.Arbitrary<Bought> = fc.record({
  person: fc.integer({min: 1, max: 25}),
  hoursBefore: fc.integer({min: -48, max: 24 * 30}),
  cents: fc.constantFrom(0, 990, 1990, 1990, 5000, 99999),
  delivered: fc.boolean()
});

async function fill(open: OpenMarts, orders: readonly Bought[]): Promise<void> {
  const time = ({hoursBefore}: Bought) => `timestamp '2018-08-30' - to_hours(${hoursBefore})`;
  const rows = orders
    .toSorted((a, b) => b.hoursBefore - a.hoursBefore)
    .map(
      (order, index) =>
        `(${index + 1}, ${order.person}, 'SP', '${order.delivered ? "delivered" : "canceled"}', ${time(order)}, ${order.cents})`
    );
  await open.run(
    "create or replace table orders(order_key integer, customer_key integer, state varchar, status varchar, purchased_at timestamp, price_cents integer)"
  );
  if (rows.length > 0) await open.run(`insert into orders values ${rows.join(", ")}`);
}

describe("the segments mart", () => {
  let open: OpenMarts;
  beforeEach(async () => {
    open = await openMarts();
    return () => open.close();
  });

  it("scores by midrank, with recency turned round, frequency before spend, and the map's name", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(bought, {maxLength: 60}), async (orders) => {
        await fill(open, orders);
        const rows = await open.rows<Scored>(segments.sql({cutoff}));
        const people = [...new Set(orders.map(({person}) => person))]
          .sort((a, b) => a - b)
          .map((person) => ({
            person,
            own: orders.filter((o) => o.person === person && o.delivered && o.hoursBefore > 0)
          }))
          .filter(({own}) => own.length > 0)
          .map(({person, own}) => ({
            customer_key: person,
            recency_days: Math.floor(Math.min(...own.map(({hoursBefore}) => hoursBefore)) / 24),
            frequency: own.length,
            monetary_cents: own.reduce((sum, {cents}) => sum + cents, 0)
          }));
        const by = (value: (person: (typeof people)[number]) => number) =>
          quintiles(people.map(value), (a, b) => a - b);
        const r = by(({recency_days}) => recency_days).map((score) => 6 - score);
        const f = by(({frequency}) => frequency);
        const m = by(({monetary_cents}) => monetary_cents);
        const fm = quintiles(
          people,
          (a, b) => a.frequency - b.frequency || a.monetary_cents - b.monetary_cents
        );
        expect(rows).toEqual(
          people.map((person, i) => ({
            ...person,
            state: "SP",
            ...{r: r[i], f: f[i], m: m[i], fm: fm[i]},
            segment: segmentOf(r[i], fm[i]),
            repeat_segment: segmentOf(r[i], [1, 3, 4, 5][Math.min(person.frequency, 4) - 1])
          }))
        );
      }),
      {numRuns: 40}
    );
  });

  it("never meets more rows than there are people: places are looked up, not joined with each other", async () => {
    await open.run(`create or replace table orders as select i::integer as order_key, (i % 5000)::integer as customer_key,
      'SP' as state, 'delivered' as status, timestamp '2018-08-29' - to_days((i * 7919 % 600)::integer) as purchased_at,
      (990 + i * 104729 % 9000)::integer as price_cents from range(5300) t(i)`);
    const [row] = await open.rows<{explain_value: string}>(
      `explain (analyze, format json) ${segments.sql({cutoff})}`
    );
    const met = [...row.explain_value.matchAll(/"operator_cardinality": (\d+)/g)].map(([, n]) => Number(n));
    expect(met.length).toBeGreaterThan(20);
    expect(Math.max(...met)).toBeLessThanOrEqual(5300);
  });

  it("scores as rfmScores does, where many people tie", async () => {
    const tied = fc.record({
      person: fc.integer({min: 1, max: 40}),
      hoursBefore: fc.constantFrom(1, 30, 30, 54, 78, 102),
      cents: fc.constantFrom(990, 1990, 1990, 5000),
      delivered: fc.constant(true)
    });
    await fc.assert(
      fc.asyncProperty(fc.array(tied, {minLength: 1, maxLength: 60}), async (orders) => {
        await fill(open, orders);
        const rows = await open.rows<Scored>(segments.sql({cutoff}));
        const scores = rfmScores(
          rows.map(({recency_days, frequency, monetary_cents}) => ({
            recencyDays: recency_days,
            frequency,
            monetary: monetary_cents
          }))
        );
        expect(rows.map(({r, f, m, fm}) => ({r, f, m, fm}))).toEqual(
          scores.map(({r, f, m, fm}) => ({r, f, m, fm}))
        );
        expect(rows.map(({repeat_segment}) => repeat_segment)).toEqual(
          scores.map(({r, repeat}) => segmentOf(r, repeat))
        );
      }),
      {numRuns: 60}
    );
  });

  it("does not depend on the order of the rows, nor on everybody being there twice", async () => {
    const orders = fc.sample(bought, {numRuns: 80, seed: 5});
    await fill(open, orders);
    const scores = (rows: Scored[]) =>
      new Map(rows.map((row) => [row.customer_key, [row.r, row.f, row.m, row.fm, row.segment]]));
    const once = scores(await open.rows<Scored>(segments.sql({cutoff})));
    await fill(open, [...orders].reverse());
    expect(scores(await open.rows<Scored>(segments.sql({cutoff})))).toEqual(once);
    await fill(open, [...orders, ...orders.map((order) => ({...order, person: order.person + 100}))]);
    const twice = scores(await open.rows<Scored>(segments.sql({cutoff})));
    expect(new Map([...twice].filter(([person]) => person <= 25))).toEqual(once);
    expect(twice.size).toBe(2 * once.size);
  });

  it("gives everybody the middle scores when all are alike", async () => {
    const alike = (person: number) => ({person, hoursBefore: 30, cents: 1990, delivered: true});
    await fill(open, [1, 2, 3, 4].map(alike));
    for (const row of await open.rows<Scored>(segments.sql({cutoff})))
      expect(row).toMatchObject({recency_days: 1, r: 3, f: 3, m: 3, fm: 3, segment: "Loyal Customers"});
  });

  it("does not look at the cutoff's own moment or later", async () => {
    await fill(open, [{person: 1, hoursBefore: 0, cents: 1, delivered: true}]);
    expect(await open.rows(segments.sql({cutoff}))).toEqual([]);
  });
});

describe("the sizes of segments over time", () => {
  it("are those at the end of each month that delivered orders were bought in, gaps or not, and at the cutoff", async () => {
    const open = await openMarts();
    const at = (day: string) => (Date.parse(cutoff + "Z") - Date.parse(day)) / 3_600_000;
    const order = (person: number, day: string) => ({
      person,
      hoursBefore: at(day),
      cents: 990,
      delivered: true
    });
    await fill(open, [
      order(1, "2018-01-31"),
      order(2, "2018-04-01"),
      order(3, "2018-08-02"),
      {...order(4, "2018-06-01"), delivered: false}
    ]);
    const sizes = await open.rows<{cutoff: Date; customers: number}>(
      `select cutoff, sum(customers) as customers from (${segmentSizes.sql({cutoff})}) group by cutoff order by cutoff`
    );
    open.close();
    expect(sizes.map((row) => [row.cutoff.toISOString().slice(0, 10), row.customers])).toEqual([
      ["2018-02-01", 1],
      ["2018-05-01", 2],
      ["2018-08-30", 3]
    ]);
  });
});

describe.skipIf(!existsSync(olistDir ?? ""))("the segments of the real shop", () => {
  let open: OpenMarts;
  beforeAll(async () => {
    open = await openMarts(await realMarts());
  });
  afterAll(() => open.close());

  it("hold every delivered customer once, all eight names, near the sizes that independence would give", async () => {
    const sizes = await open.rows<{segment: string; share: number}>(
      "select segment, count(*) / 93358 as share from segments group by segment"
    );
    expect(sizes.map(({segment}) => segment).sort()).toEqual([...segmentNames].sort());
    expect(sizes.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1, 12);
    const expected: Record<string, number> = {
      "Potential Loyalists": 0.24,
      Champions: 0.16,
      "At Risk": 0.16,
      "Loyal Customers": 0.12,
      "New Customers": 0.08,
      Hibernating: 0.08,
      "Lost Customers": 0.08,
      "Can't Lose Them": 0.08
    };
    for (const {segment, share} of sizes)
      expect(Math.abs(share - expected[segment]), segment).toBeLessThan(0.015);
  });

  it("count repeat buyers only as champions, loyal or not to be lost when asked to", async () => {
    const [{people}] = await open.rows<{people: number}>(
      `select count(*) as people from segments
       where repeat_segment in ('Champions', 'Loyal Customers', 'Can''t Lose Them')`
    );
    expect(people).toBeGreaterThan(0);
    expect(people).toBeLessThanOrEqual(2801);
  });

  it("split people into fifths by recency and spend", async () => {
    const fifths = await open.rows<{r: number; fm: number}>(
      `select (select max(n) - min(n) from (select count(*) as n from segments group by r)) as r,
         (select max(n) - min(n) from (select count(*) as n from segments group by fm)) as fm`
    );
    expect(fifths[0].r).toBeLessThan(93358 * 0.01);
    expect(fifths[0].fm).toBeLessThan(93358 * 0.01);
  });

  it("end segment_sizes with the sizes at the build's cutoff, state by state", async () => {
    const sizes = await open.rows(
      `select state, segment, customers from segment_sizes where cutoff = date '2018-08-30' order by all`
    );
    expect(sizes).toEqual(
      await open.rows(`select state, segment, count(*) as customers from segments group by all order by all`)
    );
  });

  it("agree with segments cut at an earlier month's end", async () => {
    const earlier = segments.sql({cutoff: "2018-01-01T00:00:00"});
    expect(
      await open.rows(
        `select state, segment, customers from segment_sizes where cutoff = date '2018-01-01' order by all`
      )
    ).toEqual(
      await open.rows(
        `select state, segment, count(*) as customers from (${earlier}) group by all order by all`
      )
    );
    expect(segmentSizes.sql({cutoff})).not.toContain("segments");
  });
});
