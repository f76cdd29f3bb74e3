import fc from "fast-check";
import {expect, test} from "vitest";
import {randomSource} from "../../../lib/random/source.js";

const take = (count: number, random: () => number) => Array.from({length: count}, random);
const seed = fc.nat({max: Number.MAX_SAFE_INTEGER});

test("the same seeds give the same stream, within [0, 1)", () => {
  fc.assert(
    fc.property(fc.array(seed, {maxLength: 4}), (seeds) => {
      const numbers = take(20, randomSource(...seeds));
      expect(take(20, randomSource(...seeds))).toEqual(numbers);
      expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    })
  );
});

test("another seed, another order of seeds or one seed more give another stream", () => {
  fc.assert(
    fc.property(seed, seed, (a, b) => {
      fc.pre(a !== b);
      const first = take(4, randomSource(a, b)).join();
      expect(take(4, randomSource(b, a)).join()).not.toBe(first);
      expect(take(4, randomSource(a)).join()).not.toBe(first);
      expect(take(4, randomSource(a, b, 0)).join()).not.toBe(first);
    })
  );
});

test("neighbouring seeds give streams that look independent", () => {
  const first = Array.from({length: 20_000}, (_, i) => randomSource(7, i)());
  const mean = first.reduce((a, b) => a + b) / first.length;
  expect(mean).toBeCloseTo(0.5, 2);
  const products = first.slice(1).map((number, i) => (number - 0.5) * (first[i] - 0.5));
  const correlation = (12 * products.reduce((a, b) => a + b)) / products.length;
  expect(Math.abs(correlation)).toBeLessThan(0.03);
});

test("the numbers of a stream fill 64 cells evenly", () => {
  const cells = new Array<number>(64).fill(0);
  for (const number of take(64_000, randomSource(42))) cells[Math.floor(number * 64)]++;
  const chiSquare = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  // Between the quantiles .0001 and .9999 of chi-square with 63 degrees of freedom.
  expect(chiSquare).toBeGreaterThan(28.6);
  expect(chiSquare).toBeLessThan(114);
});
