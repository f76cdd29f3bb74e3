// @vitest-environment jsdom
import {beforeEach, describe, expect, it} from "vitest";
import {features} from "../../../../lib/features/catalogue.js";
import type {Summaries} from "../../../../src/components/models/features/data.js";
import {catalogueRows} from "../../../../src/components/models/features/export.js";
import type {Catalogue} from "../../../../src/components/models/features/table.js";
import {featureCatalogue, inOrder, isWanted} from "../../../../src/components/models/features/table.js";
import {settled, spaced} from "../../../support/dom.js";

const everything = {group: "all", leak: "all", search: ""} as const;

const summaries: Summaries = {
  moment: {cutoff: "2018-03-01T00:00:00", horizon: 180, strict: false},
  people: 200,
  lineBytes: 500,
  sql: "select 1",
  milliseconds: 1000,
  rows: features.map(({number, levels}) => ({
    number,
    missing: number === 6 ? 194 : 0,
    distinct_values: number,
    mean: levels ? null : 2,
    quantiles: levels ? null : [0, 1, 1.5, 2, 3, 4, 9],
    usual: levels?.[0] ?? null,
    usual_people: levels ? 150 : null
  }))
};

describe("isWanted", () => {
  const count = (wanted: Partial<Parameters<typeof isWanted>[1]>) =>
    features.filter((feature) => isWanted(feature, {...everything, ...wanted})).length;

  it("filters by group, by what is given away, and by every word of a search", () => {
    expect(count({})).toBe(78);
    expect(count({group: "B"})).toBe(14);
    expect([count({leak: "input"}), count({leak: "proxy"}), count({leak: "gives away"})]).toEqual([
      3, 18, 21
    ]);
    expect(count({leak: "fold"}) + count({leak: "safe"})).toBe(57);
    expect(count({search: "REVIEW hours"})).toBe(1);
    expect(count({search: "no such feature"})).toBe(0);
  });
});

it("sorts by figures only where there are some", () => {
  expect(inOrder("missing", summaries.rows)[0]).toBe(5);
  expect(inOrder("different", summaries.rows)[0]).toBe(77);
  expect(inOrder("missing")).toEqual([...features.keys()]);
  expect(features[inOrder("name")[0]].name).toBe("active_months");
});

describe("the catalogue", () => {
  let catalogue: Catalogue;
  let picked: string[];
  const visible = () => catalogue.element.querySelectorAll("tbody tr:not([hidden])");
  const row = (name: string) =>
    [...catalogue.element.querySelectorAll("tbody tr")].find(
      (tr) => tr.querySelector("button")?.textContent?.trim() === name
    );
  beforeEach(() => {
    picked = [];
    catalogue = featureCatalogue((name) => picked.push(name));
  });

  it("has a row for each of the 78 features, before any figure is known", () => {
    expect(visible()).toHaveLength(78);
    expect(catalogue.element.querySelector("[role=status]")?.textContent).toBe("78 of 78 features.");
  });

  it("says what a feature gives away in a word", () => {
    expect(row("recency_days")?.textContent).toContain("L: goes into it");
    expect(row("open_orders")?.textContent).toContain("P: proxy for it");
    expect(row("city_churn_rate")?.textContent).toContain("from an earlier window");
    expect(row("customer_region")?.textContent).toContain("5 columns: N, NE, CO, SE, S");
  });

  it("shows the figures once they are known", async () => {
    catalogue.fill(Promise.resolve(summaries));
    await settled();
    expect(catalogue.element.getAttribute("aria-busy")).toBe("false");
    expect(spaced(row("avg_days_between_orders")?.textContent)).toContain("97.0 %");
    expect(spaced(row("recency_days")?.textContent)).toContain("2 (1.50 to 3)");
    expect(spaced(row("preferred_payment_method")?.textContent)).toContain("credit_card: 75.0 %");
  });

  it("shows the figures asked for last, whichever come first", async () => {
    let late: (value: Summaries) => void = () => undefined;
    catalogue.fill(new Promise((resolve) => (late = resolve)));
    catalogue.fill(Promise.resolve(summaries));
    await settled();
    late({...summaries, people: 1});
    await settled();
    expect(catalogue.element.querySelector("[role=status]")?.textContent).toContain("200 people");
  });

  it("says what went wrong and keeps its rows", async () => {
    catalogue.fill(Promise.reject(new Error("nobody had bought by this cutoff: choose a later one")));
    await settled();
    expect(catalogue.element.querySelector(".problem")?.textContent).toContain("choose a later one");
    expect(visible()).toHaveLength(78);
  });

  it("hands over the feature picked and marks the one on show", () => {
    row("frequency")?.querySelector("button")?.click();
    expect(picked).toEqual(["frequency"]);
    catalogue.choose("frequency");
    expect(catalogue.element.querySelectorAll("[aria-pressed=true]")).toHaveLength(1);
    expect(row("frequency")?.hasAttribute("data-chosen")).toBe(true);
  });

  it("shows what is wanted and says how many that are", () => {
    catalogue.arrange({...everything, group: "C", order: "number"});
    expect(visible()).toHaveLength(10);
    catalogue.arrange({...everything, search: "zzz", order: "number"});
    expect(catalogue.element.querySelector("[role=status]")?.textContent).toContain("0 of 78 features");
  });
});

it("writes a line for each feature, with all that the page says of it", () => {
  const lines = catalogueRows(summaries);
  expect(lines).toHaveLength(78);
  expect(lines[5]).toMatchObject({
    number: 6,
    name: "avg_days_between_orders",
    missing_share: 0.97,
    "quantile_0.5": 2,
    rule_label: "L: goes into it"
  });
  expect(lines[30]).toMatchObject({most_frequent: "credit_card", "quantile_0.5": null});
});
