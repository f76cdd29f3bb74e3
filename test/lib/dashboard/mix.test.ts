import {expect, it} from "vitest";
import {selectMonths} from "../../../lib/dashboard/cube.js";
import {bands, categories, segmentsAt} from "../../../lib/dashboard/mix.js";

const month = (text: string) => new Date(`${text}-01`);

it("sums categories over the months and states of a selection, the largest first", () => {
  const rows = [
    {month: month("2017-01"), state: "SP", category: "Toys", items: 1, price_cents: 100},
    {month: month("2017-02"), state: "RJ", category: "Toys", items: 2, price_cents: 50},
    {month: month("2017-02"), state: "SP", category: "Auto", items: 1, price_cents: 900},
    {month: month("2017-03"), state: "SP", category: "Auto", items: 9, price_cents: 9000}
  ];
  expect(categories(rows, selectMonths("2017-01", "2017-02", "all"))).toEqual([
    {category: "Auto", items: 1, price_cents: 900},
    {category: "Toys", items: 3, price_cents: 150}
  ]);
  expect(categories(rows, selectMonths("2017-01", "2017-02", "RJ"))).toEqual([
    {category: "Toys", items: 2, price_cents: 50}
  ]);
  expect(categories(rows, selectMonths("2016-01", "2016-02", "all"))).toEqual([]);
});

it("orders price bands by their bound", () => {
  const rows = [50, 0].map((band) => ({
    ...{state: "SP", band, items: 1, price_cents: 10, freight_cents: 5}
  }));
  expect(bands(rows, selectMonths("2017-01", "2017-01", "all")).map(({band}) => band)).toEqual([0, 50]);
  expect(bands(rows, selectMonths("2017-01", "2017-01", "RJ"))).toEqual([]);
  const monthly = rows.map((row, i) => ({...row, month: month(`2017-0${i + 1}`)}));
  expect(bands(monthly, selectMonths("2017-01", "2017-01", "SP"))).toEqual([
    {band: 50, items: 1, price_cents: 10, freight_cents: 5}
  ]);
});

it("takes the segments of the last month's end that the selection has reached", () => {
  const rows = ["2017-02", "2017-03"].map((cutoff, i) => ({
    ...{cutoff: month(cutoff), state: "SP", segment: "Champions", customers: i + 1}
  }));
  expect(segmentsAt(rows, selectMonths("2017-01", "2017-01", "all"))).toEqual({
    cutoff: month("2017-02"),
    segments: [{segment: "Champions", customers: 1}]
  });
  expect(segmentsAt(rows, selectMonths("2017-01", "2018-01", "RJ"))?.segments).toEqual([]);
  expect(segmentsAt(rows, selectMonths("2016-01", "2016-01", "all"))).toBeNull();
  expect(segmentsAt([], selectMonths("2016-01", "2016-01", "all"))).toBeNull();
});
