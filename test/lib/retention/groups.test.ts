import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {quantile} from "../../../lib/metrics/quantile.js";
import {groupings, groupsOf} from "../../../lib/retention/groups.js";
import {startsOf} from "../../../lib/retention/purchases.js";
import {dateOf} from "../../../lib/days.js";
import type {Made} from "./support.js";
import {anyOrders, purchasesFrom} from "./support.js";

const groupsFrom = (made: readonly Made[], by: (typeof groupings)[number], most?: number) => {
  const shop = purchasesFrom(made);
  return groupsOf(shop, startsOf(shop.person), by, {most});
};
const priced = (prices: readonly number[]) =>
  prices.map((price, person): Made => ({person, day: "2018-01-05", price}));

describe("groups", () => {
  it("are by the first order, in the order of time or of size", () => {
    const made: Made[] = [
      {person: 1, day: "2018-02-10", state: "RJ"},
      {person: 1, day: "2018-03-01", state: "SP"},
      {person: 2, day: "2017-12-31", state: "SP"},
      {person: 3, day: "2018-02-01", state: "SP"}
    ];
    const byMonth = groupsFrom(made, "month");
    expect([...byMonth.codes]).toEqual([1, 0, 1]);
    expect(byMonth.days?.map((day) => dateOf(day).toISOString().slice(0, 10))).toEqual([
      "2017-12-01",
      "2018-02-01"
    ]);
    const byState = groupsFrom(made, "state");
    expect(byState).toMatchObject({names: ["SP", "RJ"], days: null});
    expect([...byState.codes]).toEqual([1, 0, 0]);
  });

  it("put together what is rare, the rest keep their names", () => {
    const made = ["A", "A", "A", "B", "B", "C", "D"].map((state, person): Made => ({
      person,
      day: "2018-01-05",
      state
    }));
    expect(groupsFrom(made, "state", 4).names).toEqual(["A", "B", "C", "D"]);
    const few = groupsFrom(made, "state", 3);
    expect(few.names).toEqual(["A", "B", "All others"]);
    expect([...few.codes]).toEqual([0, 0, 0, 1, 1, 2, 2]);
  });

  it("by value are fifths, and equal amounts are together", () => {
    const {names, codes} = groupsFrom(priced([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]), "value");
    expect([...codes]).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    expect(names).toHaveLength(5);
    expect([...groupsFrom(priced([500, 100, 500, 500, 900]), "value").codes]).toEqual([1, 0, 1, 1, 2]);
  });

  it("by value are one where first orders cost the same, and none is empty or named like another", () => {
    expect(groupsFrom(priced([700, 700, 700]), "value").names).toHaveLength(1);
    const close = groupsFrom(priced([9910, 9920, 9930, 9940, 9950, 9960]), "value");
    expect(new Set(close.names).size).toBe(5);
  });

  it("by value are those of quantiles between amounts", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), {minLength: 1, maxLength: 40}), (prices) => {
        const {codes} = groupsFrom(priced(prices), "value");
        const sorted = [...prices].sort((a, b) => a - b);
        const bounds = [...new Set([0.2, 0.4, 0.6, 0.8].map((share) => quantile(sorted, share)))];
        const fifths = prices.map((price) => bounds.filter((bound) => price > bound).length);
        const kept = [...new Set(fifths)].sort((a, b) => a - b);
        expect([...codes]).toEqual(fifths.map((fifth) => kept.indexOf(fifth)));
      }),
      {numRuns: 100}
    );
  });

  it("hold everybody once, have names of their own and nobody without a member, whoever stands first", () => {
    fc.assert(
      fc.property(anyOrders, fc.constantFrom(...groupings), (made, by) => {
        fc.pre(made.length > 0);
        const {names, codes, days} = groupsFrom(made, by);
        expect(codes).toHaveLength(new Set(made.map(({person}) => person)).size);
        expect(new Set(codes)).toEqual(new Set(names.keys()));
        expect(new Set(names).size).toBe(names.length);
        if (days) expect(days).toHaveLength(names.length);
        const turned = groupsFrom(
          made.map((order) => ({...order, person: 9 - order.person})),
          by
        );
        expect(turned.names).toEqual(names);
        expect([...turned.codes].reverse()).toEqual([...codes]);
      }),
      {numRuns: 60}
    );
  });

  it("are empty of nobody", () => {
    for (const by of groupings) expect(groupsFrom([], by).codes).toHaveLength(0);
  });
});
