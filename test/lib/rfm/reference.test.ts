import {readFileSync} from "node:fs";
import {group} from "d3";
import {describe, expect, it} from "vitest";
import {quantileScores} from "../../../lib/rfm/score.js";
import {referenceDir} from "../../support/paths.js";

const directory = `${referenceDir}/rfm`;

const read = (name: string) =>
  readFileSync(`${directory}/${name}`, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.replaceAll('"', "").split(","));

interface Customer {
  id: string;
  recency: number;
  orders: number;
  revenue: number;
}

/** Customers at a day, from a row per order. */
function customersAt(orders: string[][], day: string): Customer[] {
  const byId = group(orders, ([id]) => id);
  return [...byId].map(([id, rows]) => ({
    id,
    recency: Math.min(...rows.map(([, date]) => (Date.parse(day) - Date.parse(date)) / 864e5)),
    orders: rows.length,
    revenue: rows.reduce((sum, row) => sum + Number(row[2]), 0)
  }));
}

/** The package's ten names as ranges of r, f and m; the first that fits wins. */
const ranges: [string, ...[number, number][]][] = [
  ["Champions", [4, 5], [4, 5], [4, 5]],
  ["Loyal Customers", [2, 5], [3, 5], [3, 5]],
  ["Potential Loyalist", [3, 5], [1, 3], [1, 3]],
  ["New Customers", [4, 5], [1, 1], [1, 1]],
  ["Promising", [3, 4], [1, 1], [1, 1]],
  ["Need Attention", [2, 3], [2, 3], [2, 3]],
  ["About To Sleep", [2, 3], [1, 2], [1, 2]],
  ["At Risk", [1, 2], [2, 5], [2, 5]],
  ["Can't Lose Them", [1, 1], [4, 5], [4, 5]],
  ["Lost", [1, 2], [1, 2], [1, 2]]
];
const packageName = (scores: number[]) =>
  ranges.find(([, ...range]) =>
    range.every(([low, high], axis) => scores[axis] >= low && scores[axis] <= high)
  )?.[0] ?? "Others";

describe("the R package rfm on 995 customers at 2006-12-31", () => {
  const customers = customersAt(read("rfm_data_orders.csv"), "2006-12-31");
  const r = quantileScores(customers.map((d) => d.recency)).map((score) => 6 - score);
  const f = quantileScores(customers.map((d) => d.orders));
  const m = quantileScores(customers.map((d) => d.revenue));
  const named = customers.map((d, i) => ({
    ...d,
    r: r[i],
    f: f[i],
    m: m[i],
    segment: packageName([r[i], f[i], m[i]])
  }));

  it("finds 158 Champions with 1,234 orders and a revenue of 120,178", () => {
    const champions = named.filter((d) => d.segment === "Champions");
    expect(champions).toHaveLength(158);
    expect(champions.reduce((sum, d) => sum + d.orders, 0)).toBe(1234);
    expect(champions.reduce((sum, d) => sum + d.revenue, 0)).toBe(120178);
  });

  it("gives every customer the published measures, scores and name", () => {
    const byId = new Map(named.map((d) => [d.id, d]));
    const expected = read("expected_scores_rfm_package.csv");
    expect(expected).toHaveLength(995);
    for (const [id, recency, orders, revenue, ...scores] of expected) {
      const d = byId.get(id);
      expect([d?.recency, d?.orders, d?.revenue].map(String)).toEqual([recency, orders, revenue]);
      expect([d?.r, d?.f, d?.m].map(String)).toEqual(scores.slice(0, 3));
      expect(d?.segment).toBe(scores[4]);
    }
  });

  it("gives the segments their published totals", () => {
    for (const [segment, count, orders, revenue] of read("expected_segments_rfm_package.csv")) {
      const rows = named.filter((d) => d.segment === segment);
      const sum = (of: (d: Customer) => number) => rows.reduce((total, d) => total + of(d), 0);
      expect([segment, rows.length, sum((d) => d.orders), sum((d) => d.revenue)].map(String)).toEqual([
        segment,
        count,
        orders,
        revenue
      ]);
    }
  });
});
