import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {populationOf, populationSql} from "../../../../lib/experiments/practice/population.js";
import {membersSql} from "../../../../lib/retention/segmentCells.js";
import {openMarts, smallMarts} from "../../../support/marts.js";

const everyone = {segment: "all", state: "all", day: "2018-01-01", horizon: 90};

describe("the people of a campaign", () => {
  let marts: Awaited<ReturnType<typeof openMarts>>;
  beforeAll(async () => {
    marts = await openMarts(await smallMarts());
  });
  afterAll(() => marts.close());

  interface Row {
    customer_key: number;
    before_cents: number;
    after_cents: number;
    again: number;
  }

  it("are a segment as it was on the day, each person once", async () => {
    const rows = await marts.rows<Row>(populationSql({...everyone, segment: "Can't Lose Them", state: "SP"}));
    const members = await marts.rows(membersSql("2018-01-01", "SP", "Can't Lose Them", false));
    expect(rows.length).toBe(members.length);
    expect(rows.length).toBeGreaterThan(5);
    const all = await marts.rows<Row>(populationSql(everyone));
    expect(new Set(all.map(({customer_key}) => customer_key)).size).toBe(all.length);
    expect(all.map(({customer_key}) => customer_key)).toEqual(
      all.map(({customer_key}) => customer_key).sort((a, b) => a - b)
    );
  });

  it("have what they bought before the day apart from what they bought within the horizon", async () => {
    const people = await marts.rows<Row>(populationSql({...everyone, horizon: 200}));
    const [totals] = await marts.rows<{before: number; after: number; buyers: number}>(
      `with known as (select distinct customer_key from orders where status = 'delivered' and purchased_at < timestamp '2018-01-01')
      select sum(case when purchased_at < timestamp '2018-01-01' then price_cents else 0 end)::double as before,
        sum(case when purchased_at >= timestamp '2018-01-01' then price_cents else 0 end)::double as after,
        count(distinct case when purchased_at >= timestamp '2018-01-01' then customer_key end)::integer as buyers
      from orders join known using (customer_key)
      where status = 'delivered' and purchased_at < timestamp '2018-01-01' + interval 200 day`
    );
    const sum = (of: (row: Row) => number) => people.reduce((all, row) => all + of(row), 0);
    expect(sum(({before_cents}) => before_cents)).toBe(totals.before);
    expect(sum(({after_cents}) => after_cents)).toBe(totals.after);
    expect(sum(({again}) => again)).toBe(totals.buyers);
    expect(totals.buyers).toBeGreaterThan(3);
  });
});

it("are too few for an experiment below 20", () => {
  const rows = (count: number) => {
    const values = Array.from({length: count}, (_, i) => i + 1);
    return populationOf({
      customer_key: values,
      before_cents: values,
      after_cents: values,
      again: values.map(() => 1)
    });
  };
  expect(rows(0)).toMatchObject({
    ok: false,
    message: expect.stringMatching(/^Nobody is in this population/) as string
  });
  expect(rows(1)).toMatchObject({ok: false, message: expect.stringMatching(/^Only one person is/) as string});
  expect(rows(19)).toMatchObject({ok: false, code: "people"});
  expect(rows(20)).toMatchObject({ok: true});
  const made = rows(20);
  if (made.ok) expect(made.value.before[19]).toBe(0.2);
  expect(() => populationOf({customer_key: new Int32Array(20)})).toThrow("missing column");
});

it("are asked for in SQL that quotes what it is given", () => {
  expect(populationSql({...everyone, segment: "Can't Lose Them"})).toContain("'Can''t Lose Them'");
  expect(populationSql({...everyone, horizon: 90})).toContain("timestamp '2018-04-01 00:00:00'");
  expect(() => populationSql({...everyone, day: "1; drop"})).toThrow(RangeError);
});
