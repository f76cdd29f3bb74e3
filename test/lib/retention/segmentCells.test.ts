import {expect, it} from "vitest";
import type {Cell} from "../../../lib/retention/segmentCells.js";
import {cellsSql, membersSql, scoreCells, totals} from "../../../lib/retention/segmentCells.js";
import {repeatScore} from "../../../lib/rfm/score.js";
import {segmentOf} from "../../../lib/rfm/segments.js";

const cell = (r: number, fm: number, orders: number, customers: number): Cell => ({
  ...{r, fm, orders, customers, monetary_cents: 100 * customers, recency_days: 10 * customers},
  ...{segment: segmentOf(r, fm), repeat_segment: segmentOf(r, repeatScore(orders))}
});

it("names all eight segments, also those with nobody in them", () => {
  const all = totals([cell(5, 5, 1, 3)], false);
  expect(all).toHaveLength(8);
  expect(all[0]).toEqual({
    ...{segment: "Champions", customers: 3, monetary_cents: 300, mean_spend_cents: 100, meanRecency: 10}
  });
  expect(all[7]).toMatchObject({customers: 0, mean_spend_cents: null, meanRecency: null});
});

it("turns a big spender with one order into a new customer when only repeat orders count", () => {
  const cells = [cell(5, 5, 1, 3), cell(5, 5, 2, 1)];
  const repeat = Object.fromEntries(totals(cells, true).map(({segment, customers}) => [segment, customers]));
  expect(repeat["New Customers"]).toBe(3);
  expect(repeat["Potential Loyalists"]).toBe(1);
  expect(scoreCells(cells, true)).toEqual([
    {r: 5, fm: 1, customers: 3},
    {r: 5, fm: 3, customers: 1}
  ]);
  expect(scoreCells(cells, false)).toEqual([{r: 5, fm: 5, customers: 4}]);
});

it("scores 1, 2, 3 and more orders as 1, 3, 4 and 5", () => {
  expect([1, 2, 3, 4, 17].map(repeatScore)).toEqual([1, 3, 4, 5, 5]);
});

it("quotes what it puts into SQL", () => {
  expect(cellsSql("2018-08-30", "S'P")).toContain("state = 'S''P'");
  expect(membersSql("2018-08-30", "all", "Can't Lose Them", false)).toContain("= 'Can''t Lose Them'");
});
