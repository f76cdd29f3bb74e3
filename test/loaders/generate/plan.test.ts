import fc from "fast-check";
import {expect, test} from "vitest";
import {makePlan, pickSome} from "../../../loaders/generate/plan.js";

test("the examples hold", () => {
  expect(makePlan({scale: 2, seed: 1}).total(3095)).toBe(6190);
  expect(pickSome([1, 2, 3, 4], 2, 0.5)).toEqual([2, 4]);
});

test("the parts of all blocks add up to the whole", () => {
  const scale = fc.double({min: 0.01, max: 5, noNaN: true});
  fc.assert(
    fc.property(scale, fc.nat({max: 100_000}), fc.nat({max: 400}), (size, whole, key) => {
      const plan = makePlan({scale: size, seed: 1});
      let sum = 0;
      for (let block = 0; block < plan.blocks; block++) sum += plan.share(whole, block, key);
      expect(sum).toBe(whole);
    })
  );
});

test("from scale 0.1 on whatever exists exists at least once", () => {
  expect(makePlan({scale: 0.1, seed: 1}).total(1)).toBe(1);
  expect(makePlan({scale: 0.1, seed: 1}).total(0)).toBe(0);
  expect(makePlan({scale: 0.01, seed: 1}).total(1)).toBe(0);
});

test("the country grows up to scale 1 and no further", () => {
  expect(makePlan({scale: 0.5, seed: 1}).ground(1000)).toBe(500);
  expect(makePlan({scale: 100, seed: 1}).ground(1000)).toBe(1000);
});

test.each([0, -1, 0.009, 101, NaN, Infinity])("scale %d is refused with a sentence", (scale) => {
  expect(() => makePlan({scale, seed: 1})).toThrow(
    `The scale must be a number from 0.01 to 100 (1 is the size of the real files): ${scale}`
  );
});

test.each([-1, 0.5, NaN, 2 ** 60])("seed %d is refused with a sentence", (seed) => {
  expect(() => makePlan({scale: 1, seed})).toThrow(
    `The seed must be a whole number from 0 to 9007199254740991: ${seed}`
  );
});
