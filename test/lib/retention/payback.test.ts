import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {payback} from "../../../lib/retention/payback.js";
import {dayOf, startsOf} from "../../../lib/retention/purchases.js";
import {purchasesFrom} from "./support.js";

const end = dayOf(new Date("2018-07-01"));
const shop = purchasesFrom(
  Array.from({length: 200}, (_, person) => [
    {person, day: "2018-01-10", price: 1000},
    ...(person % 2 ? [{person, day: "2018-04-10", price: 1000}] : [])
  ]).flat()
);
const starts = startsOf(shop.person);
const run = (acquisitionCost: number, discountRate = 0) => {
  const made = finish(payback(shop, starts, {acquisitionCost, margin: 0.5, discountRate}, {end, seed: 1}));
  if (!made.ok) throw new Error(made.message);
  return made.value;
};

describe("payback", () => {
  it("comes in the month in which margins have covered the cost", () => {
    expect(run(500).month).toBe(1);
    expect(run(600).month).toBe(4);
    expect(run(600).curve.map(({margin}) => margin)).toEqual([500, 500, 500, 750, 750, 750]);
  });

  it("says when it does not come within the data", () => {
    expect(run(800)).toMatchObject({month: null, never: 1, interval: {low: null, high: null}});
  });

  it("is uncertain where few customers decide", () => {
    const {interval, curve} = run(750);
    expect(interval).toEqual({low: 4, high: null});
    expect(curve[3].low).toBeLessThan(750);
    expect(curve[3].high).toBeGreaterThan(750);
    expect(curve[0]).toMatchObject({low: 500, high: 500});
  });

  it("discounts later margins by the year", () => {
    expect(run(500, 0.1).curve[3].margin).toBeCloseTo(500 + 250 / 1.1 ** (3 / 12), 9);
  });

  it("needs somebody who has been a customer for a month", () => {
    const young = purchasesFrom([{person: 1, day: "2018-06-30"}]);
    const made = finish(
      payback(
        young,
        startsOf(young.person),
        {acquisitionCost: 1, margin: 1, discountRate: 0},
        {end: end - 1, seed: 1}
      )
    );
    expect(made).toMatchObject({ok: false, message: /nothing to add up/});
  });
});
