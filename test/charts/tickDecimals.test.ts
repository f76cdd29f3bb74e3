import {ticks} from "d3";
import fc from "fast-check";
import {expect, it} from "vitest";
import {tickDecimals} from "../../src/components/charts/tickDecimals.js";

it("tells any ticks apart, with no more decimals than two where those do", () => {
  expect([tickDecimals(0.199, 0.231, 5), tickDecimals(0, 1, 5), tickDecimals(0, 900, 5)]).toEqual([3, 2, 2]);
  expect([tickDecimals(1, 1, 5), tickDecimals(0, Infinity, 5), tickDecimals(NaN, 1, 5)]).toEqual([2, 2, 2]);
  const low = fc.double({min: -1, max: 1, noNaN: true});
  const span = fc.double({min: 1e-6, max: 10, noNaN: true});
  fc.assert(
    fc.property(low, span, fc.constantFrom(4, 5, 8), (from, by, count) => {
      const texts = ticks(from, from + by, count).map((at) =>
        at.toFixed(tickDecimals(from, from + by, count))
      );
      expect(new Set(texts).size).toBe(texts.length);
    })
  );
});
