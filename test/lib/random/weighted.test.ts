import fc from "fast-check";
import {expect, test} from "vitest";
import {weighted} from "../../../lib/random/weighted.js";

test("the example holds", () => {
  expect(weighted([1, 0, 3])(0.9)).toBe(2);
});

test("every index is drawn over a share of the uniform numbers that is its weight's", () => {
  const weight = fc.oneof(fc.constant(0), fc.double({min: 1e-6, max: 1e6, noNaN: true}));
  fc.assert(
    fc.property(fc.array(weight, {minLength: 1, maxLength: 12}), (weights) => {
      const total = weights.reduce((a, b) => a + b);
      fc.pre(total > 0);
      const draw = weighted(weights);
      const steps = 20_000;
      const counts = weights.map(() => 0);
      for (let i = 0; i < steps; i++) counts[draw((i + 0.5) / steps)]++;
      weights.forEach((value, i) => expect(Math.abs(counts[i] / steps - value / total)).toBeLessThan(0.002));
    })
  );
});

test("what has no weight is never drawn", () => {
  const draw = weighted([0, 0.1, 0, 0.2, 0]);
  const drawn = new Set(Array.from({length: 1000}, (_, i) => draw(i / 1000)));
  expect([...drawn].sort()).toEqual([1, 3]);
});

test("a single weight is always drawn, and none at all is refused", () => {
  expect(weighted([5])(0.999)).toBe(0);
  expect(() => weighted([])).toThrow("no weight above zero among 0");
  expect(() => weighted([0, 0])).toThrow("no weight above zero among 2");
  expect(() => weighted([NaN])).toThrow("no weight above zero among 1");
});
