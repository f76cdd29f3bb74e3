// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {bigOrders, cellsSql, membersSql} from "../../../src/components/customers/segments.js";
import {mapTitle, sizesTitle} from "../../../src/components/customers/segmentTitles.js";
import {totals} from "../../../lib/retention/segmentCells.js";
import type {Cell} from "../../../lib/retention/segmentCells.js";
import {mentions} from "../../../lib/sql/mentions.js";

const built = {cutoff: "2018-08-30T00:00:00"};
const names = ["orders", "segments", "customers", "customer_ids"];

describe("the queries of the segments page", () => {
  it("take the scores from the mart where it was built for the same cutoff", () => {
    expect(mentions(cellsSql("2018-08-30", "SP", built), names)).toEqual(["segments"]);
    expect(mentions(membersSql("2018-08-30", "all", "At Risk", true, built), names).toSorted()).toEqual([
      "customer_ids",
      "customers",
      "segments"
    ]);
  });

  it("score the orders at any other cutoff", () => {
    expect(mentions(cellsSql("2018-01-01", "all", built), names)).toEqual(["orders"]);
    expect(mentions(cellsSql("2018-08-30", "all", {cutoff: "2018-08-30T12:00:00"}), names)).toEqual([
      "orders"
    ]);
  });
});

describe("bigOrders", () => {
  const cell = (segment: Cell["segment"], orders: number, customers: number): Cell => ({
    ...{r: 5, fm: 5, orders, segment, repeat_segment: segment, customers},
    ...{monetary_cents: 0, recency_days: 0}
  });

  it("counts the Champions who bought once", () => {
    const cells = [cell("Champions", 1, 1500), cell("Champions", 2, 500), cell("At Risk", 1, 9)];
    expect(bigOrders(cells)).toBe(
      "Of 2,000 Champions by frequency, then spend, 1,500 (75\u00a0%) bought once."
    );
  });

  it("says so where there is none", () => {
    expect(bigOrders([cell("At Risk", 1, 9)])).toBe("There are no Champions in this selection.");
    expect(bigOrders([])).toBe("There are no Champions in this selection.");
  });
});

describe("the titles of the segments page", () => {
  const cell = (segment: Cell["segment"], orders: number, customers: number, cents: number): Cell => ({
    ...{r: 5, fm: 5, orders, segment, repeat_segment: segment, customers},
    ...{monetary_cents: cents, recency_days: 0}
  });
  const cells = [
    cell("Champions", 1, 150, 6000),
    cell("Champions", 2, 50, 2000),
    cell("At Risk", 1, 600, 2000)
  ];

  it("say who came back, and which segment brings more than its number", () => {
    expect(mapTitle(cells, true)).toBe("6.3\u00a0% of 800 customers ordered more than once");
    expect(mapTitle(cells, false)).toMatch(/^6\.3\s% .*; among equals, spend decides the column$/);
    expect(sizesTitle(totals(cells, false))).toBe(
      "Champions: 25.0\u00a0% of customers, 80.0\u00a0% of the revenue"
    );
  });

  it("say so where there is nobody", () => {
    expect([mapTitle([], false), sizesTitle(totals([], false))]).toEqual([
      "Nobody to score",
      "Nobody to share the revenue"
    ]);
  });
});
