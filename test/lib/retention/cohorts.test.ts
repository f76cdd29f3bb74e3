import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cohorts, oldestAge, singleAges} from "../../../lib/retention/cohorts.js";
import {groupsOf} from "../../../lib/retention/groups.js";
import {periodOf, periodStart} from "../../../lib/retention/periods.js";
import {selectPurchases, startsOf} from "../../../lib/retention/purchases.js";
import {dateOf, dayOf} from "../../../lib/days.js";
import {returning} from "../../../lib/retention/returning.js";
import {valueByAge} from "../../../lib/retention/valueByAge.js";
import type {Made} from "./support.js";
import {purchasesFrom} from "./support.js";

const end = dayOf(new Date("2018-04-10"));
const shop = purchasesFrom([
  {person: 1, day: "2018-01-05"},
  {person: 1, day: "2018-02-01", price: 50},
  {person: 1, day: "2018-02-20", price: 30},
  {person: 2, day: "2018-01-31"},
  {person: 2, day: "2018-04-02", price: 10},
  {person: 3, day: "2018-03-03", price: 200},
  {person: 3, day: "2018-03-03", price: 1}
]);
const starts = startsOf(shop.person);
const byMonth = groupsOf(shop, starts, "month");
const windows = singleAges(oldestAge(shop, starts, {unit: "month", end}));
const table = cohorts(shop, starts, byMonth, {unit: "month", windows, end});
const cell = (cohort: number, window: number) => table.cells[cohort * table.windows.length + window];

describe("periods", () => {
  it("are calendar months, and weeks from Monday", () => {
    const monday = dayOf(new Date("2018-01-01"));
    expect(periodOf(monday - 1, "week")).toBe(periodOf(monday, "week") - 1);
    expect(periodOf(monday, "week")).toBe(periodOf(monday + 6, "week"));
    expect(dateOf(periodStart(periodOf(monday + 40, "month"), "month"))).toEqual(new Date("2018-02-01"));
    expect(periodStart(periodOf(monday + 3, "week"), "week")).toBe(monday);
  });
});

describe("cohorts", () => {
  it("count people in the calendar month of their first order", () => {
    expect(table.names).toHaveLength(2);
    expect(table.sizes).toEqual([2, 1]);
    expect(table.windows.map(({from}) => from)).toEqual([0, 1, 2]);
  });

  it("count who ordered at an age, once each, among those whose time at that age is over", () => {
    expect(cell(0, 1)).toMatchObject({observed: 2, active: 1});
    expect(cell(0, 2)).toMatchObject({observed: 2, active: 0});
    expect(cell(1, 0)).toMatchObject({observed: 1, active: 1});
  });

  it("mark a cell whose period is not over, and do not count it", () => {
    expect(cell(1, 1)).toMatchObject({observed: 0, active: 0, unfinished: 1, activeSoFar: 0});
    const third = cohorts(shop, starts, byMonth, {unit: "month", windows: [{from: 3, to: 3}], end});
    expect(third.cells[0]).toMatchObject({observed: 0, unfinished: 2, activeSoFar: 1});
  });

  it("count an order at an age or later, and within brackets of ages", () => {
    const open = cohorts(shop, starts, byMonth, {
      unit: "month",
      windows: [
        {from: 1, to: null},
        {from: 1, to: 2}
      ],
      end
    });
    expect(open.cells[0]).toMatchObject({observed: 2, active: 2});
    expect(open.cells[1]).toMatchObject({observed: 2, active: 1});
  });

  it("can be anything about the first order", () => {
    const byState = groupsOf(shop, starts, "state");
    expect(cohorts(shop, starts, byState, {unit: "month", windows, end}).sizes).toEqual([3]);
    const byValue = groupsOf(shop, starts, "value");
    expect(byValue.codes[2]).toBeGreaterThan(byValue.codes[0]);
  });

  it("are empty without orders, and of one person stand", () => {
    const none = purchasesFrom([]);
    const empty = startsOf(none.person);
    expect(empty).toEqual(Int32Array.of(0));
    expect(
      cohorts(none, empty, groupsOf(none, empty, "month"), {unit: "month", windows: singleAges(0), end}).cells
    ).toEqual([]);
    expect(groupsOf(none, empty, "value").names.length).toBeGreaterThan(0);
  });

  const orders = fc.array(
    fc.record({
      person: fc.integer({min: 1, max: 8}),
      day: fc
        .date({min: new Date("2017-01-01"), max: new Date("2018-04-09"), noInvalidDate: true})
        .map((at) => at.toISOString().slice(0, 10)),
      price: fc.integer({min: 0, max: 500})
    }),
    {minLength: 1, maxLength: 40}
  );
  const tableOf = (made: readonly Made[]) => {
    const all = purchasesFrom(made);
    const from = startsOf(all.person);
    const ages = singleAges(oldestAge(all, from, {unit: "month", end}));
    return {
      all,
      from,
      table: cohorts(all, from, groupsOf(all, from, "month"), {unit: "month", windows: ages, end})
    };
  };

  it("account for everybody, whoever stands first", () => {
    fc.assert(
      fc.property(orders, (made) => {
        const {table, all} = tableOf(made);
        expect(table.sizes.reduce((a, b) => a + b, 0)).toBe(new Set(all.person).size);
        for (const {cohort, window, observed, active, unfinished, activeSoFar} of table.cells) {
          expect(active).toBeLessThanOrEqual(observed);
          expect(activeSoFar).toBeLessThanOrEqual(unfinished);
          expect([0, table.sizes[cohort]]).toContain(observed + unfinished);
          if (window === 0 && observed) expect(active).toBe(table.sizes[cohort]);
        }
        const renumbered = made.map((order) => ({...order, person: 9 - order.person}));
        expect(tableOf(renumbered).table).toEqual(table);
      }),
      {numRuns: 60}
    );
  });

  it("bring in all that finished months have brought, where all ages are over for all", () => {
    fc.assert(
      fc.property(orders, (made) => {
        const {all, from} = tableOf(made);
        const groups = groupsOf(all, from, "month");
        const points = valueByAge(all, from, groups, {unit: "month", end, amount: (row) => all.price[row]});
        const now = periodOf(end, "month");
        const sum = points.reduce((total, {amount, observed}) => total + amount * observed, 0);
        const expected = all.price.reduce(
          (total, price, row) => total + (periodOf(all.day[row], "month") < now ? price : 0),
          0
        );
        expect(sum).toBeCloseTo(expected, 6);
      }),
      {numRuns: 60}
    );
  });
});

describe("which orders count", () => {
  it("are those of one day together, where that is asked for", () => {
    const merged = selectPurchases(shop, {delivered: false, mergeDays: true});
    expect(merged.person).toHaveLength(6);
    expect(merged.price.at(-1)).toBe(201);
  });

  it("are those of people who began in a state, and before a day", () => {
    const states = purchasesFrom([
      {person: 1, day: "2018-01-01", state: "RJ"},
      {person: 1, day: "2018-01-02", state: "SP"},
      {person: 2, day: "2018-01-01", state: "SP", delivered: false},
      {person: 2, day: "2018-01-09", state: "SP"}
    ]);
    const select = (options: object) => [
      ...selectPurchases(states, {delivered: false, mergeDays: false, ...options}).person
    ];
    expect(select({state: "RJ"})).toEqual([1, 1]);
    expect(select({delivered: true})).toEqual([1, 1, 2]);
    expect(select({before: dayOf(new Date("2018-01-02"))})).toEqual([1, 2]);
  });
});

describe("first-time and returning customers", () => {
  it("are told apart by period, with the gap since the order before", () => {
    const points = returning(shop, starts, {unit: "month", end});
    expect(points.map(({newPeople, returningPeople}) => [newPeople, returningPeople])).toEqual([
      [2, 0],
      [0, 1],
      [1, 0],
      [0, 1]
    ]);
    expect(points.map(({medianGap}) => medianGap)).toEqual([null, 23, 0, 61]);
    expect(points.map(({over}) => over)).toEqual([true, true, true, false]);
  });
});
