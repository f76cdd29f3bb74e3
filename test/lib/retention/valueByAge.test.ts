import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Groups} from "../../../lib/retention/groups.js";
import {groupsOf} from "../../../lib/retention/groups.js";
import type {Purchases} from "../../../lib/retention/purchases.js";
import {startsOf} from "../../../lib/retention/purchases.js";
import {dayOf} from "../../../lib/days.js";
import {valueByAge} from "../../../lib/retention/valueByAge.js";
import {unshowable} from "../value/support.js";
import {anyOrders, purchasesFrom} from "./support.js";

const end = dayOf(new Date("2018-04-10"));
const shop = purchasesFrom([
  {person: 1, day: "2018-01-05", price: 100},
  {person: 1, day: "2018-02-05", price: 30},
  {person: 1, day: "2018-04-05", price: 999},
  {person: 2, day: "2018-01-31", price: 200},
  {person: 3, day: "2018-03-01", price: 300},
  {person: 3, day: "2018-03-31", price: 60},
  {person: 4, day: "2018-04-01", price: 999}
]);
const single = (starts: Int32Array) => ({names: ["all"], codes: new Int32Array(starts.length - 1)});
const byAge = (
  purchases: Purchases,
  {
    groups,
    weights,
    unit = "month"
  }: {
    groups?: (starts: Int32Array) => Pick<Groups, "names" | "codes">;
    weights?: number[];
    unit?: "month" | "week";
  } = {}
) => {
  const starts = startsOf(purchases.person);
  return valueByAge(purchases, starts, (groups ?? single)(starts), {
    ...{unit, end, weights},
    amount: (row) => purchases.price[row]
  });
};

describe("value by age", () => {
  it("is at each age the mean over those whose month of it is over, and adds up over ages", () => {
    expect(byAge(shop)).toEqual([
      {cohort: 0, age: 0, observed: 3, amount: 220, cumulative: 220},
      {cohort: 0, age: 1, observed: 2, amount: 15, cumulative: 235},
      {cohort: 0, age: 2, observed: 2, amount: 0, cumulative: 235}
    ]);
  });

  it("by cohort stops where nobody's time is over", () => {
    const points = byAge(shop, {groups: (starts) => groupsOf(shop, starts, "month")});
    expect(points.map(({cohort, age, observed, cumulative}) => [cohort, age, observed, cumulative])).toEqual([
      [0, 0, 2, 150],
      [0, 1, 2, 165],
      [0, 2, 2, 165],
      [1, 0, 1, 360]
    ]);
  });

  it("counts people by their weights, as if they were so many", () => {
    const copies = (times: readonly number[]) =>
      purchasesFrom(
        times.flatMap((count, who) =>
          Array.from({length: count}, (_, copy) => [
            {person: 10 * who + copy, day: "2018-01-05", price: 10 + 60 * who},
            {person: 10 * who + copy, day: "2018-02-05", price: 10}
          ]).flat()
        )
      );
    expect(byAge(copies([1, 1]), {weights: [1, 3]})).toEqual(byAge(copies([1, 3])));
    expect(byAge(copies([1, 1]), {weights: [2, 0]})).toEqual(byAge(copies([2, 0])));
    expect(byAge(shop, {weights: [0, 0, 0, 0]})).toEqual([]);
  });

  it("adds up over groups to the whole, whatever the groups, whoever stands first", () => {
    fc.assert(
      fc.property(
        anyOrders,
        fc.constantFrom("month", "week"),
        fc.constantFrom("month", "value", "state"),
        (made, unit, by) => {
          const all = purchasesFrom(made);
          const whole = byAge(all, {unit});
          const parts = byAge(all, {unit, groups: (starts) => groupsOf(all, starts, by)});
          for (const {age, observed, amount} of whole) {
            const own = parts.filter((point) => point.age === age);
            expect(own.reduce((sum, point) => sum + point.observed, 0)).toBe(observed);
            const brought = own.reduce((sum, point) => sum + point.observed * point.amount, 0);
            expect(brought).toBeCloseTo(observed * amount, 6);
          }
          expect(Math.max(-1, ...parts.map(({age}) => age))).toBe(whole.length - 1);
          expect(unshowable(parts)).toEqual([]);
          const turned = purchasesFrom(made.map((order) => ({...order, person: 9 - order.person})));
          byAge(turned, {unit}).forEach(({observed, cumulative}, age) => {
            expect(observed).toBe(whole[age].observed);
            expect(cumulative).toBeCloseTo(whole[age].cumulative, 9);
          });
        }
      ),
      {numRuns: 60}
    );
  });

  it("is none of nobody, of those who came in the month of the end, and of those who come after it", () => {
    expect(byAge(purchasesFrom([]))).toEqual([]);
    expect(byAge(purchasesFrom([{person: 1, day: "2018-04-01"}]))).toEqual([]);
    expect(byAge(purchasesFrom([{person: 1, day: "2019-04-01"}]))).toEqual([]);
  });
});
