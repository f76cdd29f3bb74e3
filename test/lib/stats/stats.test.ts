import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {normalQuantile} from "../../../lib/distributions/normal.js";
import {randomSource} from "../../../lib/random/source.js";
import {drawCounts} from "../../../lib/random/drawCounts.js";
import {concat} from "../../../lib/stats/concat.js";
import {everyRow} from "../../../lib/stats/everyRow.js";
import {firstWhere} from "../../../lib/stats/firstWhere.js";
import {gaussLegendre} from "../../../lib/stats/gaussLegendre.js";
import {normal975} from "../../../lib/stats/normal975.js";
import {rootOf} from "../../../lib/stats/root.js";

it("the quantile of an interval of 95 % is the distribution's, to the last digit but one", () => {
  expect(Math.abs(normal975 - normalQuantile(0.975))).toBeLessThan(5e-16);
});

describe("the first place where something holds", () => {
  it("is the one that a look at each finds", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 9})), fc.integer({min: -1, max: 10}), (values, limit) => {
        const sorted = values.toSorted((a, b) => a - b);
        const place = sorted.findIndex((value) => value > limit);
        expect(firstWhere((i) => sorted[i] > limit, 0, sorted.length)).toBe(
          place === -1 ? sorted.length : place
        );
      })
    );
  });

  it("is the end of nothing", () => {
    expect(firstWhere(() => true, 0, 0)).toBe(0);
    expect(firstWhere((i) => [1, 3, 3, 7][i] > 3, 0, 4)).toBe(3);
  });
});

it("rows are numbered, and arrays joined, in their order and kind", () => {
  expect([...everyRow(3)]).toEqual([0, 1, 2]);
  expect([...everyRow(0)]).toEqual([]);
  expect(concat(Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3));
  expect(concat(new Float64Array())).toEqual(new Float64Array());
});

it("a bootstrap sample is of as many rows as there are", () => {
  expect(drawCounts(new Uint16Array(5), randomSource(1)).reduce((sum, count) => sum + count)).toBe(5);
});

describe("a root", () => {
  it("is found between ends of either sign", () => {
    fc.assert(
      fc.property(fc.double({min: -50, max: 50, noNaN: true}), (at) => {
        expect(Math.abs(rootOf((x) => Math.expm1((x - at) / 9), -60, 70, {x: 1e-10}) - at)).toBeLessThan(
          1e-9
        );
      })
    );
  });

  it("is the nearer end of a function that does not cross", () => {
    expect(rootOf((x) => x + 5, 0, 1, {x: 1e-9})).toBe(0);
    expect(rootOf((x) => x - 5, 0, 1, {x: 1e-9})).toBe(1);
  });

  it("stops at a value that is near enough to zero", () => {
    let calls = 0;
    rootOf((x) => (calls++, x - 0.25), 0, 1, {x: 1e-12, value: 1e-6});
    expect(calls).toBe(3);
  });
});

it("Gauss and Legendre's rule is exact for polynomials", () => {
  for (const count of [1, 2, 8, 16]) {
    const {points, weights} = gaussLegendre(count);
    const degree = 2 * count - 1;
    const sum = points.reduce((total, at, i) => total + weights[i] * at ** degree, 0);
    expect(sum).toBeCloseTo(1 / (degree + 1), 14);
  }
});
