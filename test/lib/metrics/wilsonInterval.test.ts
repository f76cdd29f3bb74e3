import fc from "fast-check";
import {expect, it} from "vitest";
import {wilsonInterval} from "../../../lib/metrics/wilsonInterval.js";

// R. G. Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I, method 3.
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718]
])("gives Newcombe's interval of %i among %i", (positives, rows, low, high) => {
  const interval = wilsonInterval(positives, rows);
  expect(interval?.low).toBeCloseTo(low, 4);
  expect(interval?.high).toBeCloseTo(high, 4);
});

it("holds the share, stays within 0 and 1, and turns round with the outcome", () => {
  fc.assert(
    fc.property(
      fc.integer({min: 1, max: 100_000}),
      fc.double({min: 0, max: 1, noNaN: true}),
      (rows, part) => {
        const positives = Math.round(part * rows);
        const {low, high} = wilsonInterval(positives, rows) ?? {low: NaN, high: NaN};
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(positives / rows);
        expect(high).toBeGreaterThanOrEqual(positives / rows);
        expect(wilsonInterval(rows - positives, rows)?.low).toBeCloseTo(1 - high, 12);
      }
    )
  );
});

it("claims nothing without rows", () => {
  expect(wilsonInterval(0, 0)).toBeNull();
});

it("the example holds", () => {
  expect(wilsonInterval(5, 10)?.low).toBeCloseTo(0.2366, 4);
  expect(wilsonInterval(5, 10)?.high).toBeCloseTo(0.7634, 4);
});
