import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {holdoutCounts} from "../../../lib/value/holdoutCounts.js";
import type {Transactions} from "../../../lib/value/purchaseDays.js";
import {purchaseDays} from "../../../lib/value/purchaseDays.js";
import {repeatSummary} from "../../../lib/value/repeatSummary.js";
import {cdnowSummary, cdnowTransactions, dayOf} from "./support.js";

const of = (rows: readonly (readonly [person: number, day: number, amount: number])[]): Transactions => ({
  person: Int32Array.from(rows, ([person]) => person),
  day: Float64Array.from(rows, ([, day]) => day),
  amount: Float64Array.from(rows, ([, , amount]) => amount)
});
const plain = (columns: object) =>
  Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, [...(values as Float64Array)]]));

describe("purchase days", () => {
  it("merge the transactions of a day, whatever their time and order", () => {
    const merged = purchaseDays(
      of([
        [1, 5.9, 2],
        [0, 3, 1],
        [1, 5.1, 4],
        [1, 2, 8]
      ])
    );
    expect(plain(merged)).toEqual({person: [0, 1, 1], day: [3, 2, 5], amount: [1, 8, 6]});
  });

  it("tell apart people who buy on the same day", () => {
    expect(
      plain(
        purchaseDays(
          of([
            [0, 3, 1],
            [1, 3, 2]
          ])
        )
      )
    ).toEqual({person: [0, 1], day: [3, 3], amount: [1, 2]});
  });

  it("are none of no transactions, and refuse broken columns", () => {
    expect(purchaseDays(of([])).person.length).toBe(0);
    expect(() => purchaseDays({...of([[0, 1, 1]]), day: new Int32Array(2)})).toThrow("unequal length");
    expect(() => purchaseDays(of([[-1, 1, 1]]))).toThrow("below 0");
  });
});

describe("the summary of repeat purchases", () => {
  it("is the published one of CDNOW, from its transactions, to the two decimals it is printed with", () => {
    const expected = cdnowSummary();
    const summary = repeatSummary(cdnowTransactions(), {end: dayOf("19970930"), unit: 7});
    expect([...summary.person]).toEqual(expected.x.map((_, row) => row + 1));
    expect([...summary.x]).toEqual(expected.x);
    for (const name of ["tx", "T", "zbar"] as const)
      summary[name].forEach((value, row) =>
        expect(Math.abs(value - expected[name][row])).toBeLessThan(0.005 + 1e-9)
      );
  });

  it("leaves out what comes after the end, and who comes first after it", () => {
    const summary = repeatSummary(
      of([
        [0, 0, 5],
        [0, 14, 9],
        [0, 21, 20],
        [0, 22, 1000],
        [1, 22, 5],
        [3, 21, 7]
      ]),
      {end: 21, unit: 7}
    );
    expect(plain(summary)).toEqual({
      person: [0, 3],
      x: [2, 0],
      tx: [3, 0],
      T: [3, 0],
      zbar: [14.5, 0]
    });
  });

  it("does not depend on the order of the rows, and is consistent", () => {
    const row = fc.tuple(fc.nat(6), fc.nat(60), fc.integer({min: 1, max: 100}));
    fc.assert(
      fc.property(fc.array(row, {maxLength: 40}), fc.nat(60), (rows, end) => {
        const {person, x, tx, T, zbar} = repeatSummary(of(rows), {end, unit: 7});
        expect(plain(repeatSummary(of([...rows].reverse()), {end, unit: 7}))).toEqual(
          plain({person, x, tx, T, zbar})
        );
        for (let i = 0; i < x.length; i++) {
          expect(tx[i]).toBeLessThanOrEqual(T[i]);
          expect([x[i] > 0, x[i] > 0]).toEqual([tx[i] > 0, zbar[i] > 0]);
        }
      }),
      {numRuns: 50}
    );
  });

  it("is empty without transactions and refuses a unit of no days", () => {
    expect(repeatSummary(of([]), {end: 9, unit: 7}).x.length).toBe(0);
    expect(() => repeatSummary(of([]), {end: 9, unit: 0})).toThrow("unit of time");
  });
});

describe("hold-out counts", () => {
  it("count days of the people asked for, after the one end and up to the other", () => {
    const rows = of([
      [4, 7, 1],
      [4, 8, 1],
      [4, 8.5, 1],
      [4, 14, 1],
      [4, 15, 1],
      [5, 9, 1]
    ]);
    expect([...holdoutCounts(rows, Int32Array.of(4, 6), 7, 14)]).toEqual([2, 0]);
  });

  it("add up to CDNOW's 1,882 of 39 weeks", () => {
    const people = Int32Array.from({length: 2357}, (_, row) => row + 1);
    const counts = holdoutCounts(cdnowTransactions(), people, dayOf("19970930"), dayOf("19980630"));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1882);
  });
});
