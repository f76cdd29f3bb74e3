import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {laterOrders} from "../../../lib/retention/laterOrders.js";
import {startsOf} from "../../../lib/retention/purchases.js";
import {dayOf} from "../../../lib/days.js";
import {shiftedBetaGeometric} from "../../../lib/value/shiftedBetaGeometric.js";
import {refusal} from "../value/support.js";
import type {Made} from "./support.js";
import {anyOrders, purchasesFrom} from "./support.js";

const end = dayOf(new Date("2018-04-10"));
const survivorsOf = (made: readonly Made[], months: number, until = end) => {
  const shop = purchasesFrom(made);
  return laterOrders(shop, startsOf(shop.person), {end: until, months}).survivors;
};
const made: Made[] = [
  {person: 1, day: "2018-01-31"},
  {person: 2, day: "2018-01-01"},
  {person: 2, day: "2018-01-30"},
  {person: 3, day: "2018-01-15"},
  {person: 3, day: "2018-02-01"},
  {person: 4, day: "2017-10-05"},
  {person: 4, day: "2018-04-09"},
  {person: 5, day: "2018-02-01"}
];

describe("later orders", () => {
  it("are those in a calendar month or any later one, of customers watched for as many whole months", () => {
    expect(survivorsOf(made, 2)).toEqual([4, 2, 1]);
    expect(survivorsOf(made, 1)).toEqual([5, 2]);
    expect(survivorsOf(made, 5)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(survivorsOf(made, 0)).toEqual([5]);
  });

  it("do not count on the last day or after it", () => {
    expect(survivorsOf(made, 2, end - 1)).toEqual([4, 1, 0]);
    const after = [...made, {person: 1, day: "2018-04-10"}, {person: 6, day: "2018-05-01"}];
    expect(survivorsOf(after, 2)).toEqual(survivorsOf(made, 2));
  });

  it("need the month to be over: the first day of the next will do", () => {
    const until = (day: string) => survivorsOf(made, 2, dayOf(new Date(day)))[0];
    expect(until("2018-03-31")).toBe(1);
    expect(until("2018-04-01")).toBe(4);
  });

  it("never rise with age, whoever stands first", () => {
    fc.assert(
      fc.property(anyOrders, fc.integer({min: 0, max: 12}), (orders, months) => {
        const survivors = survivorsOf(orders, months);
        expect(survivors).toHaveLength(months + 1);
        expect(survivors).toEqual([...survivors].sort((a, b) => b - a));
        const renumbered = orders.map((order) => ({...order, person: 9 - order.person}));
        expect(survivorsOf(renumbered, months)).toEqual(survivors);
      }),
      {numRuns: 50}
    );
  });

  it("leave a sentence where nothing can be projected: nobody, nobody watched, nobody back, everybody back", () => {
    const fit = (orders: readonly Made[], until = end) =>
      refusal(shiftedBetaGeometric.fit(survivorsOf(orders, 2, until)));
    expect(fit([])).toBe("losses");
    expect(fit(made, dayOf(new Date("2017-01-01")))).toBe("losses");
    expect(fit([{person: 1, day: "2018-01-31"}])).toBe("survivors");
    expect(fit(made.filter(({person}) => person === 4))).toBe("losses");
  });
});
