import fc from "fast-check";
import {expect, test} from "vitest";
import {quantiles} from "../../../lib/random/quantiles.js";

test("points are met, and straight lines lie between them", () => {
  const value = quantiles([0, 0.5, 1], [0, 10, 100]);
  expect([0, 0.25, 0.5, 0.75, 1].map(value)).toEqual([0, 5, 10, 55, 100]);
});

test("outside the given probabilities the end values hold", () => {
  const value = quantiles([0.1, 0.9], [3, 4]);
  expect([0, 0.05, 0.95, 1].map(value)).toEqual([3, 3, 4, 4]);
});

test("a higher probability never gives a lower value", () => {
  const value = quantiles([0, 0.2, 0.7, 1], [-5, 0, 0, 9]);
  const probability = fc.double({min: 0, max: 1, noNaN: true});
  fc.assert(
    fc.property(probability, probability, (a, b) => {
      expect(value(Math.max(a, b))).toBeGreaterThanOrEqual(value(Math.min(a, b)));
    })
  );
});
