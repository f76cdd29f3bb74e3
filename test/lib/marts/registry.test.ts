import {expect, it} from "vitest";
import {categories, categoryGroups} from "../../../lib/marts/categories.js";
import {inBuildOrder, martNamed, marts, withInputs} from "../../../lib/marts/index.js";
import {regionStates, states} from "../../../lib/marts/regions.js";
import {quote, timestampLiteral} from "../../../lib/sql/expressions.js";

const parameters = {cutoff: "2018-08-30T00:00:00"};
const derived = [
  "daily",
  "repeat_orders",
  "purchases",
  "baskets",
  "monthly_categories",
  "price_bands",
  "monthly_price_bands",
  "segments",
  "segment_sizes",
  "lateness"
];

it("lists every mart after those that it reads", () => {
  expect(inBuildOrder(marts)).toBe(marts);
  const [orders, daily] = [martNamed("orders"), martNamed("daily")].map((mart) => mart ?? marts[0]);
  expect(() => inBuildOrder([daily, orders])).toThrow("mart daily reads what is not built yet: orders");
  expect(() => inBuildOrder([orders, orders])).toThrow("duplicate mart: orders");
});

it("finds a mart by name", () => {
  expect(martNamed("orders")?.row).toBe("an order");
  expect(martNamed("nothing")).toBeUndefined();
});

it("adds what a mart is made of", () => {
  expect(withInputs(["segments"]).map(({name}) => name)).toEqual(["orders", "segments"]);
  expect(withInputs(["lateness"]).map(({name}) => name)).toEqual([
    "orders",
    "items",
    "products",
    "places",
    "sellers",
    "lateness"
  ]);
});

it.each(derived)("makes %s of other marts only, so that the same text runs in the tab", (name) => {
  const mart = martNamed(name);
  expect(mart?.inputs.filter((input) => input.startsWith("staged_"))).toEqual([]);
  expect(mart?.sql(parameters)).not.toContain("staged_");
});

it.each(marts.map((mart) => [mart.name, mart] as const))(
  "writes %s as one SELECT that reads its inputs",
  (_, mart) => {
    const sql = mart.sql(parameters).replace(/'(?:[^']|'')*'/g, "''");
    expect(sql).toMatch(/^(select|with)\s/);
    expect(sql).not.toContain(";");
    expect(sql).not.toMatch(/::|current_date|\bnow\(/);
    for (const input of mart.inputs) expect(sql).toMatch(new RegExp(`\\b${input}\\b`));
    const read = [...sql.matchAll(/\b(?:from|join) (staged_\w+|\w+)/g)].map(([, name]) => name);
    const known = new Set(marts.map(({name}) => name));
    for (const name of read)
      if (name.startsWith("staged_") || known.has(name)) expect(mart.inputs).toContain(name);
    expect(new Set(mart.columns.map(({name}) => name)).size).toBe(mart.columns.length);
  }
);

it("gives 73 categories and the missing one a label and a group each", () => {
  expect(categories).toHaveLength(74);
  expect(new Set(categories.map(({key}) => key)).size).toBe(74);
  expect(new Set(categories.map(({label}) => label)).size).toBe(74);
  expect(new Set(categories.map(({group}) => group))).toEqual(new Set(categoryGroups));
  expect(categoryGroups).toHaveLength(10);
});

it("puts each of the 27 states in one region", () => {
  expect(Object.keys(regionStates)).toEqual(["N", "NE", "CO", "SE", "S"]);
  expect(states).toHaveLength(27);
  expect(new Set(states).size).toBe(27);
});

it("writes literals that cannot carry SQL", () => {
  expect(quote("Can't Lose Them")).toBe("'Can''t Lose Them'");
  expect(timestampLiteral("2018-08-30T00:00:00")).toBe("timestamp '2018-08-30 00:00:00'");
  for (const bad of ["2018-08-30'; drop table orders", "2018-13-45", "", "30/08/2018"])
    expect(() => timestampLiteral(bad)).toThrow(`not a local time: ${bad}`);
});
