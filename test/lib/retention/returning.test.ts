import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {startsOf} from "../../../lib/retention/purchases.js";
import {dayOf} from "../../../lib/days.js";
import {returning} from "../../../lib/retention/returning.js";
import {unshowable} from "../value/support.js";
import type {Made} from "./support.js";
import {anyOrders, purchasesFrom} from "./support.js";

const pointsOf = (made: readonly Made[], end: number, unit: "month" | "week" = "month") => {
  const shop = purchasesFrom(made);
  return returning(shop, startsOf(shop.person), {unit, end});
};
const end = dayOf(new Date("2018-03-20"));
const points = pointsOf(
  [
    {person: 1, day: "2018-01-01", price: 10},
    {person: 1, day: "2018-01-05", price: 20},
    {person: 1, day: "2018-03-01", price: 40},
    {person: 1, day: "2018-03-07", price: 80},
    {person: 2, day: "2018-03-02", price: 160},
    {person: 2, day: "2018-03-20", price: 320},
    {person: 3, day: "2018-03-21", price: 640}
  ],
  end
);

describe("first-time and returning customers", () => {
  it("are counted once a period; a second order in the first period is of a new customer, its price is not", () => {
    expect(points).toEqual([
      {
        ...{day: dayOf(new Date("2018-01-01")), newPeople: 1, returningPeople: 0, newPrice: 10},
        ...{returningPrice: 20, medianGap: 4, gaps: 1, over: true}
      },
      {
        ...{day: dayOf(new Date("2018-03-01")), newPeople: 1, returningPeople: 1, newPrice: 160},
        ...{returningPrice: 120, medianGap: (55 + 6) / 2, gaps: 2, over: false}
      }
    ]);
  });

  it("add up to all customers and all that orders before the end cost", () => {
    fc.assert(
      fc.property(
        anyOrders,
        fc.constantFrom("month", "week"),
        fc.integer({min: 0, max: 500}),
        (made, unit, ago) => {
          const until = dayOf(new Date("2018-04-11")) - ago;
          const known = made.filter(({day}) => dayOf(new Date(day)) < until);
          const found = pointsOf(made, until, unit);
          const sum = (of: (point: (typeof found)[number]) => number) =>
            found.reduce((total, point) => total + of(point), 0);
          expect(sum(({newPeople}) => newPeople)).toBe(new Set(known.map(({person}) => person)).size);
          expect(sum(({newPrice, returningPrice}) => newPrice + returningPrice)).toBe(
            known.reduce((total, {price}) => total + price, 0)
          );
          expect(sum(({gaps, newPeople}) => gaps + newPeople)).toBe(known.length);
          expect(unshowable(found)).toEqual([]);
          for (const {newPeople, returningPeople, gaps} of found) {
            expect(returningPeople).toBeLessThanOrEqual(gaps);
            expect(newPeople + returningPeople).toBeGreaterThan(0);
          }
          const renumbered = made.map((order) => ({...order, person: 9 - order.person}));
          expect(pointsOf(renumbered, until, unit)).toEqual(found);
        }
      ),
      {numRuns: 60}
    );
  });

  it("are none of nobody, and before all orders", () => {
    expect(pointsOf([], end)).toEqual([]);
    expect(pointsOf([{person: 1, day: "2018-03-20"}], end)).toEqual([]);
  });
});
