import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {bgNbd} from "../../../lib/value/bgNbd.js";
import {cumulativeTracking} from "../../../lib/value/cumulativeTracking.js";
import {discountedValue} from "../../../lib/value/discountedValue.js";
import {distinctCases} from "../../../lib/value/distinctCases.js";
import {holdoutComparison} from "../../../lib/value/holdoutComparison.js";
import {holdoutCounts} from "../../../lib/value/holdoutCounts.js";
import {repeatSummary} from "../../../lib/value/repeatSummary.js";
import {cdnowTransactions, dayOf, given, near, refusal} from "./support.js";

const published = {r: 0.243, alpha: 4.414, a: 0.793, b: 2.426};
const end = dayOf("19970930");

describe("discounted value", () => {
  const terms = {horizon: 10, discountRate: 0.1, amount: 20, margin: 0.5};

  it("of one purchase a period is an annuity", () => {
    near(given(discountedValue((t) => t, terms)), (10 * (1 - 1.1 ** -10)) / 0.1, 1e-12);
    expect(given(discountedValue((t) => t, {...terms, horizon: 2, discountRate: 0}))).toBe(20);
  });

  it("counts the last part of a period as such", () => {
    near(given(discountedValue((t) => t, {...terms, horizon: 1.5})), 10 / 1.1 + 5 / 1.1 ** 1.5, 1e-12);
    expect(given(discountedValue((t) => t, {...terms, horizon: 0}))).toBe(0);
  });

  it("without discount is all purchases times profit, and falls with the rate", () => {
    const expected = (t: number) => bgNbd.expectedPurchasesGiven(published, t, 2, 30.43, 38.86);
    const at = (discountRate: number) => given(discountedValue(expected, {...terms, discountRate}));
    near(at(0), expected(10) * 10, 1e-12);
    const rate = fc.double({min: 0, max: 1, noNaN: true});
    fc.assert(
      fc.property(rate, rate, (one, other) => {
        expect(at(Math.max(one, other))).toBeLessThanOrEqual(at(Math.min(one, other)));
      }),
      {numRuns: 20}
    );
  });

  it("refuses terms that have no value", () => {
    expect(refusal(discountedValue((t) => t, {...terms, horizon: Infinity}))).toBe("horizon");
    expect(refusal(discountedValue((t) => t, {...terms, discountRate: -1}))).toBe("discountRate");
    expect(refusal(discountedValue((t) => t, {...terms, amount: NaN}))).toBe("amount");
  });
});

describe("CDNOW's hold-out period of 39 weeks", () => {
  const transactions = cdnowTransactions();
  const summary = repeatSummary(transactions, {end, unit: 7});
  const cases = distinctCases(summary.x, summary.tx, summary.T);
  const actual = holdoutCounts(transactions, summary.person, end, dayOf("19980630"));
  const rows = holdoutComparison(cases, actual, (x, tx, T) =>
    bgNbd.expectedPurchasesGiven(published, 39, x, tx, T)
  );

  it("is compared by frequency as in the BTYD vignette's table", () => {
    expect(rows.map(({group, customers}) => [group, customers])).toEqual([
      ["0", 1411],
      ["1", 439],
      ["2", 214],
      ["3", 100],
      ["4", 62],
      ["5", 38],
      ["6", 29],
      ["7+", 64]
    ]);
    const means = [0.2367, 0.697, 1.3925, 1.56, 2.5323, 2.9474, 3.8621, 6.3594];
    rows.forEach((row, i) => expect(Math.abs(row.actual - means[i])).toBeLessThan(5e-5));
  });

  it("agrees with all customers' totals", () => {
    const total = (of: "actual" | "expected") => rows.reduce((sum, row) => sum + row.customers * row[of], 0);
    near(total("actual"), 1882, 1e-12);
    expect(total("expected")).toBeGreaterThan(0.85 * 1882);
    expect(total("expected")).toBeLessThan(1882);
  });

  it("is tracked week by week: 4 % too low after 78 weeks, as Fader, Hardie and Lee (2005) found", () => {
    const tracked = cumulativeTracking(transactions, (t) => bgNbd.expectedPurchases(published, t), {
      ...{start: dayOf("19970101"), unit: 7, periods: 78, end}
    });
    expect(tracked).toHaveLength(78);
    expect(tracked[38]).toMatchObject({period: 39, day: end, actual: 2457});
    expect(tracked[77].actual).toBe(2457 + 1882);
    expect(tracked[77].expected / tracked[77].actual).toBeCloseTo(0.96, 2);
    for (let i = 1; i < 78; i++) {
      expect(tracked[i].actual).toBeGreaterThanOrEqual(tracked[i - 1].actual);
      expect(tracked[i].expected).toBeGreaterThan(tracked[i - 1].expected);
    }
  });
});

describe("comparisons at their ends", () => {
  it("leave out empty groups and refuse counts of others", () => {
    const cases = distinctCases([0, 9], [0, 3], [9, 9]);
    expect(holdoutComparison(cases, [2, 5], () => 1)).toEqual([
      {group: "0", customers: 1, actual: 2, expected: 1},
      {group: "7+", customers: 1, actual: 5, expected: 1}
    ]);
    expect(() => holdoutComparison(cases, [1], () => 1)).toThrow("hold-out counts");
    expect(holdoutComparison(distinctCases([], [], []), [], () => 1)).toEqual([]);
  });

  it("track nobody who comes after the end", () => {
    const transactions = {
      person: Int32Array.of(0, 0, 1, 1),
      day: Int32Array.of(0, 8, 7, 9),
      amount: Float64Array.of(1, 1, 1, 1)
    };
    expect(cumulativeTracking(transactions, (t) => t, {start: 0, unit: 7, periods: 2, end: 6})).toEqual([
      {period: 1, day: 6, actual: 0, expected: 6 / 7},
      {period: 2, day: 13, actual: 1, expected: 13 / 7}
    ]);
  });
});
