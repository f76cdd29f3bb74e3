import {describe, expect, it} from "vitest";
import type {ProfitChoice} from "../../../lib/retention/contribution.js";
import {
  contributionBy,
  contributions,
  marginsOf,
  marginsText,
  profitParameters
} from "../../../lib/retention/contribution.js";
import {parseState} from "../../../lib/state/parseState.js";
import {purchasesFrom} from "./support.js";

const span = {
  first_purchase: "2018-01-01T00:00:00",
  last_purchase: "2018-04-09T00:00:00",
  cutoff: "2018-04-10T00:00:00"
};
const asked = (query: string): ProfitChoice => parseState(profitParameters(span), query).values;
const shop = purchasesFrom([
  {person: 1, day: "2018-01-05", price: 1000, state: "SP"},
  {person: 1, day: "2018-02-05", price: 500, state: "RJ"},
  {person: 2, day: "2018-01-05", price: 300, state: "RJ"},
  {person: 3, day: "2018-01-05", price: 900, state: "RJ", delivered: false}
]);
shop.freight.fill(100);

describe("contribution", () => {
  it("is the margin of an order's price, less the freight that the shop bears", () => {
    const found = contributions(shop, asked("?margin=0.2&borne=0.5"));
    expect([...found.contribution]).toEqual([150, 50, 10]);
    expect([...found.contributionOf]).toEqual([200, 10]);
    expect([...found.priceOf]).toEqual([1500, 300]);
  });

  it("goes by a category's own margin where it has one", () => {
    expect([...contributions(shop, asked("?margins=Toys:0.5")).contribution]).toEqual([500, 250, 150]);
  });

  it("sums by group, whatever the groups are", () => {
    const found = contributions(shop, asked(""));
    const rows = contributionBy(found, found.purchases.state);
    expect(rows.map(({group, orders, customers, price}) => [group, orders, customers, price])).toEqual([
      ["SP", 1, 1, 1000],
      ["RJ", 2, 2, 800]
    ]);
    expect(rows.reduce((sum, {contribution}) => sum + contribution, 0)).toBeCloseTo(0.15 * 1800, 9);
  });

  it("reads margins from the address, and leaves out what is none", () => {
    const margins = marginsOf("Toys:0.3;Auto:2;:0.1;Pets:;Bed, bath & table:0");
    expect([...margins]).toEqual([
      ["Toys", 0.3],
      ["Bed, bath & table", 0]
    ]);
    expect(marginsOf(marginsText(margins))).toEqual(margins);
  });
});
