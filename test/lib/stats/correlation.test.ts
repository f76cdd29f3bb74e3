import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {correlation} from "../../../lib/stats/correlation.js";

describe("Pearson's correlation", () => {
  it("is that of numpy's corrcoef on Anscombe's first and third quartets: 0.81642052, 0.81628674", () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const first = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const third = [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73];
    expect(correlation(x, first)).toBeCloseTo(0.81642051634484, 12);
    expect(correlation(x, third)).toBeCloseTo(0.81628673948959818, 12);
  });

  it("leaves out places where either has no value", () => {
    expect(correlation([1, 2, NaN, 3, 50], [2, 4, 9, 6, NaN])).toBe(1);
  });

  it("is 0 where one never changes or there is nothing", () => {
    expect(correlation([1, 1, 1], [1, 2, 3])).toBe(0);
    expect(correlation([], [])).toBe(0);
    expect(correlation([NaN, 1], [1, NaN])).toBe(0);
  });

  it("lies within -1 and 1, does not mind the order of the lists, and turns its sign with one of them", () => {
    const pairs = fc.array(fc.tuple(fc.integer({min: -1e6, max: 1e6}), fc.integer({min: -1e6, max: 1e6})));
    fc.assert(
      fc.property(pairs, (some) => {
        const [a, b] = [some.map(([one]) => one), some.map(([, other]) => other)];
        const found = correlation(a, b);
        expect(Math.abs(found)).toBeLessThanOrEqual(1);
        expect(correlation(b, a)).toBeCloseTo(found, 12);
        expect(
          correlation(
            a.map((one) => -one),
            b
          )
        ).toBeCloseTo(-found, 12);
      })
    );
  });
});
