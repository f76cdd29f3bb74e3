import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Boundaries, DesignKind} from "../../../../lib/experiments/sequential/boundaries.js";
import {designBoundaries, equalTimes} from "../../../../lib/experiments/sequential/boundaries.js";
import {designPower, peekingRate, stopping} from "../../../../lib/experiments/sequential/power.js";
import {rootOf} from "../../../../lib/stats/root.js";
import {spentAlpha} from "../../../../lib/experiments/sequential/spending.js";
import {crossings, startWalk} from "../../../../lib/experiments/sequential/walk.js";

const valueOf = <T>(result: {ok: true; value: T} | {ok: false; message: string}): T => {
  if (!result.ok) throw new Error(result.message);
  return result.value;
};
const design = (kind: DesignKind, looks: number, alpha = 0.05, sides: 1 | 2 = 2): Boundaries =>
  valueOf(designBoundaries({kind, alpha, sides, times: equalTimes(looks)}));

describe("boundaries are those of the tables", () => {
  // Jennison and Turnbull (2000), tables 2.1 and 2.3: constants of two-sided tests.
  it.each([
    [2, 0.05, 2.178],
    [3, 0.05, 2.289],
    [4, 0.05, 2.361],
    [5, 0.05, 2.413],
    [10, 0.05, 2.555],
    [20, 0.05, 2.672],
    [5, 0.01, 2.986],
    [5, 0.1, 2.122]
  ])("of Pocock, %i looks at alpha %d", (looks, alpha, constant) => {
    const {z} = design("classical-pocock", looks, alpha);
    for (const value of z) expect(Math.abs(value - constant)).toBeLessThan(6e-4);
  });

  it.each([
    [2, 0.05, 1.977],
    [3, 0.05, 2.004],
    [4, 0.05, 2.024],
    [5, 0.05, 2.04],
    [10, 0.05, 2.087],
    [20, 0.05, 2.126],
    [4, 0.01, 2.609],
    [5, 0.01, 2.621],
    [5, 0.1, 1.751]
  ])("of O’Brien and Fleming, %i looks at alpha %d", (looks, alpha, constant) => {
    const {z} = design("classical-obrien-fleming", looks, alpha);
    expect(Math.abs(z[looks - 1] - constant)).toBeLessThan(6e-4);
    for (const [i, value] of z.entries())
      expect(value).toBeCloseTo(z[looks - 1] * Math.sqrt(looks / (i + 1)), 9);
  });

  // gsDesign and ldbounds print these for the spending functions of Lan and DeMets.
  it.each<[DesignKind, number[]]>([
    ["obrien-fleming", [4.877, 3.357, 2.68, 2.29, 2.031]],
    ["pocock", [2.438, 2.427, 2.41, 2.397, 2.386]]
  ])("of %s spending at five looks", (kind, expected) => {
    const {z, spent, nominal} = design(kind, 5);
    z.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(6e-4));
    spent.forEach((value, i) =>
      expect(value).toBeCloseTo(2 * spentAlpha(kind as "pocock", 0.025, (i + 1) / 5), 10)
    );
    expect(nominal[0]).toBeLessThan(0.05);
  });
});

describe("power of a design is that of the tables", () => {
  // Jennison and Turnbull (2000), tables 2.2 and 2.4: ratio of the largest size to that of one look, alpha .05.
  it.each<[DesignKind, number, number, number]>([
    ["classical-pocock", 2, 0.8, 1.11],
    ["classical-pocock", 5, 0.8, 1.229],
    ["classical-pocock", 5, 0.9, 1.207],
    ["classical-pocock", 10, 0.8, 1.301],
    ["classical-obrien-fleming", 2, 0.8, 1.008],
    ["classical-obrien-fleming", 5, 0.8, 1.028],
    ["classical-obrien-fleming", 5, 0.9, 1.026],
    ["classical-obrien-fleming", 10, 0.8, 1.04]
  ])("of %s at %i looks and power %d", (kind, looks, power, inflation) => {
    expect(Math.abs(valueOf(designPower(design(kind, looks), power)).inflation - inflation)).toBeLessThan(
      6e-4
    );
  });

  it("is that of SAS PROC SEQDESIGN, example “Pocock and O’Brien-Fleming designs”, with its mean sizes", () => {
    const {inflation, expected} = valueOf(designPower(design("classical-pocock", 4), 0.9));
    expect(100 * inflation).toBeCloseTo(118.3143, 3);
    expect(100 * expected.none).toBeCloseTo(115.6074, 3);
    expect(100 * expected.planned).toBeCloseTo(69.74805, 3);
  });

  it("is what was asked for, and alpha without an effect", () => {
    const pocock = design("pocock", 7, 0.02, 1);
    const {drift, stops, power} = valueOf(designPower(pocock, 0.85));
    expect(stopping(pocock, drift).right).toBeCloseTo(power, 9);
    expect(stops.none.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(0.02, 9);
  });
});

describe("looking at every look without a boundary", () => {
  // P. Armitage, C. K. McPherson and B. C. Rowe (1969), table 2, and by simulation for 1,000.
  it.each([
    [1, 0.05, 5e-6],
    [2, 0.083, 5e-4],
    [5, 0.142, 5e-4],
    [10, 0.193, 5e-4],
    [50, 0.32, 5e-4],
    [100, 0.374, 5e-4]
  ])("at %i looks is wrong in a share %d of tests", (looks, share, off) => {
    expect(Math.abs(peekingRate(equalTimes(looks), 0.05) - share)).toBeLessThan(off);
  });
});

describe("boundaries", () => {
  const kinds = ["obrien-fleming", "pocock", "classical-obrien-fleming", "classical-pocock"] as const;
  const options = fc.record({
    kind: fc.constantFrom(...kinds),
    alpha: fc.double({min: 0.001, max: 0.2, noNaN: true}),
    sides: fc.constantFrom<1 | 2>(1, 2),
    looks: fc.integer({min: 1, max: 12})
  });

  it("spend alpha, no more and no less, at any looks", () => {
    const anyTimes = fc
      .uniqueArray(fc.integer({min: 1, max: 99}), {minLength: 0, maxLength: 8})
      .map((parts) => [...parts.sort((a, b) => a - b).map((part) => part / 100), 1]);
    fc.assert(
      fc.property(options, anyTimes, ({kind, alpha, sides}, times) => {
        const found = valueOf(designBoundaries({kind, alpha, sides, times}));
        expect(Math.abs((found.spent.at(-1) ?? 0) / alpha - 1)).toBeLessThan(1e-6);
        const chances = stopping(found, 0).chances;
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(found.spent.at(-1) ?? 0, 8);
      }),
      {numRuns: 40}
    );
  });

  it("of one look are the usual quantile, and of more looks stricter at the end", () => {
    fc.assert(
      fc.property(options, ({kind, alpha, sides, looks}) => {
        const [one] = design(kind, 1, alpha, sides).z;
        expect(one).toBeCloseTo(
          rootOf((x) => alpha / sides - crossings([1], [x], [-Infinity], 0)[0].upper, 0, 9, {x: 1e-11}),
          8
        );
        expect(design(kind, looks, alpha, sides).z.at(-1)).toBeGreaterThanOrEqual(one - 1e-9);
      }),
      {numRuns: 30}
    );
  });

  it("never stop where there is nothing to spend yet", () => {
    const {z, spent} = design("obrien-fleming", 100);
    expect(z[0]).toBe(Infinity);
    expect(spent[0]).toBe(0);
    expect(z[99]).toBeLessThan(2.3);
  });

  it.each([
    [{alpha: 0, times: [1]}, /Alpha must be/],
    [{alpha: NaN, times: [1]}, /Alpha must be/],
    [{alpha: 0.05, times: []}, /1 to 1.000 looks/],
    [{alpha: 0.05, times: [0.5, 0.5, 1]}, /one after the other/],
    [{alpha: 0.05, times: [0.5, 0.9]}, /the last at 1/],
    [{alpha: 0.05, times: [-1, 1]}, /one after the other/]
  ])("of %o there are none, with a sentence", (wrong, sentence) => {
    const found = designBoundaries({kind: "pocock", sides: 2, ...wrong});
    expect(found.ok ? "" : found.message).toMatch(sentence);
  });

  it.each([0, 0.05, 1, NaN])("have no power of %d, with a sentence", (power) => {
    const found = designPower(design("pocock", 3), power);
    expect(found.ok ? "" : found.message).toMatch(/power must be above alpha/);
  });

  it("rest on a walk whose parts add up", () => {
    expect(startWalk([0.5, 1], 0).above(0)).toBe(0.5);
    const [only] = crossings([1], [1.959964], [-1.959964], 0);
    expect(only.upper).toBeCloseTo(0.025, 8);
    expect(only.lower).toBeCloseTo(0.025, 8);
    const half = crossings([0.25, 0.5, 1], [Infinity, Infinity, 0.7], [-Infinity, -Infinity, 0.7], 1.3);
    expect(half[2].upper + half[2].lower).toBeCloseTo(1, 10);
    expect(rootOf((x) => x * x - 2, 0, 2, {x: 1e-11})).toBeCloseTo(Math.SQRT2, 10);
  });
});
