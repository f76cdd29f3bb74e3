import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {payback} from "../../../lib/retention/payback.js";
import {startsOf} from "../../../lib/retention/purchases.js";
import {dayOf} from "../../../lib/days.js";
import {given, refusal, unshowable} from "../value/support.js";
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

  const few = (customers: number, made = shop) => {
    const some = startsOf(made.person).subarray(0, customers + 1);
    return finish(payback(made, some, {acquisitionCost: 600, margin: 0.5, discountRate: 0}, {end, seed: 1}));
  };

  it("takes resamples of few customers for what they are, and none of nobody", () => {
    const {never, interval, resamples, month} = given(few(50));
    expect([month, interval, never, resamples]).toEqual([4, {low: 4, high: 4}, 0, 200]);
    const alone = given(few(2));
    expect(alone.resamples).toBeLessThan(200);
    const nobodyCameBack = 0.5 ** 2 / (1 - 0.5 ** 2);
    expect(alone.never).toBeLessThan(2 * nobodyCameBack);
    expect(given(few(1))).toMatchObject({
      month: null,
      never: 1,
      curve: [{low: 500, high: 500}, {}, {}, {}, {}, {}]
    });
  });

  it("looks at the same months in all resamples, though fewer than 100 are drawn", () => {
    const old = purchasesFrom(
      Array.from({length: 200}, (_, person) => [
        {person, day: person < 101 ? "2018-01-10" : "2018-06-10", price: 1000},
        ...(person < 101 ? [{person, day: "2018-05-10", price: 1000}] : [])
      ]).flat()
    );
    const {curve, never, interval} = given(few(200, old));
    expect(curve.map(({observed}) => observed)).toEqual([200, 101, 101, 101, 101, 101]);
    expect(curve[4]).toMatchObject({margin: 1000, low: 1000, high: 1000});
    expect([never, interval]).toEqual([0, {low: 5, high: 5}]);
  });

  it("never comes without a margin, and at once without a cost; the same seed says the same", () => {
    const asked = (acquisitionCost: number, margin: number) =>
      given(finish(payback(shop, starts, {acquisitionCost, margin, discountRate: 1}, {end, seed: 3})));
    const none = asked(1, 0);
    expect(none).toMatchObject({month: null, never: 1, interval: {low: null, high: null}});
    expect(unshowable(none)).toEqual([]);
    expect(asked(0, 0)).toMatchObject({month: 1, never: 0, interval: {low: 1, high: 1}});
    expect(asked(700, 0.5)).toEqual(asked(700, 0.5));
  });

  it("falls with the discount rate, month by month", () => {
    const [calm, dear] = [run(500), run(500, 0.5)].map(({curve}) => curve.map(({margin}) => margin));
    dear.forEach((margin, i) => expect(margin).toBeLessThanOrEqual(calm[i]));
    expect(dear[5]).toBeLessThan(calm[5]);
  });

  it("refuses with a sentence: nobody, and fewer than 100 of many whose month is over", () => {
    expect(refusal(few(0))).toBe("young");
    const mostlyNew = purchasesFrom(
      Array.from({length: 200}, (_, person) => ({person, day: person < 99 ? "2018-06-30" : "2018-07-01"}))
    );
    expect(refusal(few(200, mostlyNew))).toBe("young");
  });
});
