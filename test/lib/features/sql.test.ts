import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {features} from "../../../lib/features/catalogue.js";
import {featureInputs, featuresSql} from "../../../lib/features/sql.js";
import {marts} from "../../../lib/marts/index.js";
import {literal} from "../../../lib/sql/literal.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts, smallMarts} from "../../support/marts.js";
import {startEngine} from "../sql/engine.js";
import {differences, featureRows, shuffleMarts, travelTo, undone} from "./tables.js";

const parameters = {cutoff: "2018-03-01T00:00:00", horizon: 90, strict: false};
const settings = [false, true].map((strict) => ({...parameters, strict}));
const outcomes = ["last_purchased_at", "days_since_last", "label_rule", "label_forward"];

describe("the features of a generated shop", () => {
  let open: OpenMarts;
  const keep = (name: string, sql: string) => open.run(`create or replace table ${name} as ${sql}`);
  const asked = ({strict}: {strict: boolean}) => (strict ? "asked_strictly" : "asked");
  beforeAll(async () => {
    open = await openMarts(await smallMarts(), featureInputs);
    for (const setting of settings) await keep(asked(setting), featuresSql(setting));
  });
  afterAll(() => open.close());
  const rowsAsked = () => open.rows<Record<string, number | string | Date | null>>("from asked");
  const {begin, end} = undone(() => open);
  beforeEach(begin);
  afterEach(end);
  it("come in the catalogue's order, a row per person, in the order of their keys", async () => {
    const rows = await rowsAsked();
    const names = features.flatMap(({name}) =>
      name === "city_churn_rate" ? ["city", "city_rate_earlier"] : [name]
    );
    expect(Object.keys(rows[0])).toEqual(["customer_key", ...names, ...outcomes]);
    const keys = rows.map((row) => Number(row.customer_key));
    expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b));
    expect(keys.length).toBeGreaterThan(500);
  });

  it("are missing exactly where the catalogue lets them", async () => {
    const rows = await rowsAsked();
    const lacking = features.filter(
      ({name}) => name !== "city_churn_rate" && rows.some((row) => row[name] === null)
    );
    expect(lacking.filter(({absent}) => absent !== "missing").map(({name}) => name)).toEqual([]);
    for (const {name} of features)
      for (const row of rows.slice(0, 200))
        if (typeof row[name] === "number") expect(row[name]).toSatisfy(Number.isFinite);
  });

  it.each(settings)("do not depend on the order of any mart's rows (strict: $strict)", async (setting) => {
    await shuffleMarts(open);
    await keep("after", featuresSql(setting));
    expect(await differences(open, asked(setting), "after")).toBe(0);
  });

  it.each(settings)("do not know what happens at the cutoff or later (strict: $strict)", async (setting) => {
    const known = `select * exclude (label_forward) from (${featuresSql(setting)})`;
    await keep("before", `select * exclude (label_forward) from ${asked(setting)}`);
    await travelTo(open, setting.cutoff, setting.strict);
    await keep("after", known);
    expect(await differences(open, "before", "after")).toBe(0);
    await open.run("update orders set price_cents = price_cents + 1 where order_key % 100 = 1");
    await keep("after", known);
    expect(await differences(open, "before", "after")).toBeGreaterThan(0);
  });

  it("stand empty before the first order and full at the very end", async () => {
    expect(await featureRows(open, {...parameters, cutoff: "2015-01-01T00:00:00"})).toEqual([]);
    const [{first, end}] = await open.rows<{first: string; end: string}>(
      `select strftime(min(purchased_at) filter (where status not in ('canceled', 'unavailable', 'created')), '%Y-%m-%dT%H:%M:%S') as first,
         strftime(max(purchased_at)::date + interval 9 year, '%Y-%m-%dT%H:%M:%S') as end from orders`
    );
    expect(await featureRows(open, {...parameters, cutoff: first})).toEqual([]);
    const last = await featureRows(open, {...parameters, cutoff: end});
    expect(last.every((row) => row.label_forward === null && row.label_rule === 1)).toBe(true);
  });

  it("are those of one person alone where only one has bought", async () => {
    await open.run(
      "create or replace table orders as from orders where order_key = (select min(order_key) from orders where status = 'delivered')"
    );
    const [row, ...more] = await featureRows(open, parameters);
    expect(more).toEqual([]);
    expect(row).toMatchObject({frequency: 1, state_avg_order_value: 0, zip3_customer_density: 0, city: 0});
  });

  it("see nobody return within a horizon of no days", async () => {
    const rows = await featureRows(open, {...parameters, horizon: 0});
    expect(rows.every((row) => row.label_forward === 1 && row.city_rate_earlier === 1)).toBe(true);
  });

  it("count an order in the second of the cutoff as one of the future", async () => {
    const rows = await rowsAsked();
    const [back] = rows.filter((row) => row.label_forward === 0);
    const [{at}] = await open.rows<{at: string}>(
      `select strftime(min(purchased_at), '%Y-%m-%dT%H:%M:%S') as at from orders
       where customer_key = ${String(back.customer_key)} and purchased_at >= timestamp '2018-03-01' and status not in ('canceled', 'unavailable', 'created')`
    );
    const then = await featureRows(open, {...parameters, cutoff: at, horizon: 1});
    const same = then.find((row) => row.customer_key === back.customer_key);
    expect(same).toMatchObject({frequency: back.frequency, label_forward: 0});
  });

  it("are the same in the engine of the browser", async () => {
    const engine = await startEngine();
    await open.run("create or replace table places as from places semi join orders using (zip)");
    for (const name of featureInputs) {
      const types = await open.rows<{column_name: string; column_type: string}>(`describe ${name}`);
      engine.raw(
        `create table ${name} (${types.map((type) => `${type.column_name} ${type.column_type}`).join(", ")})`
      );
      const rows = await open.rows<Record<string, unknown>>(`from ${name}`);
      for (let i = 0; i < rows.length; i += 2000)
        engine.raw(
          `insert into ${name} values ${rows
            .slice(i, i + 2000)
            .map((row) => `(${Object.values(row).map(literal).join(", ")})`)
            .join(", ")}`
        );
    }
    const tab = engine.run(featuresSql(parameters));
    const native = await featureRows(open, parameters);
    for (const [name, values] of Object.entries(tab))
      expect(
        [...values].map((value) => value ?? null),
        name
      ).toEqual(native.map((row) => row[name]));
  });
});

it("reads marts only, each of which is built", () => {
  const sql = featuresSql(parameters);
  expect(sql).not.toMatch(/staged_|::|current_date|\bnow\(|;/);
  const built = new Set(marts.map(({name}) => name));
  expect(featureInputs.every((name) => built.has(name))).toBe(true);
  const read = [...sql.matchAll(/\b(?:from|join) (\w+)/g)].map(([, name]) => name);
  expect(new Set(read.filter((name) => built.has(name)))).toEqual(new Set(featureInputs));
  expect(sql.startsWith("with receipts as (")).toBe(true);
});

it("refuses what is no cutoff and no horizon", () => {
  expect(() => featuresSql({...parameters, cutoff: "1 March"})).toThrow("not a local time: 1 March");
  for (const horizon of [-1, 1.5, NaN, 4000])
    expect(() => featuresSql({...parameters, horizon})).toThrow(
      `not a horizon of 0 to 3650 whole days: ${horizon}`
    );
});
