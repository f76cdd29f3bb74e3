import {describe, expect, it} from "vitest";
import fc from "fast-check";
import {goesLeft, leftShare} from "../../../lib/explain/descent.js";
import {leafContributions} from "../../../lib/explain/leafGame.js";
import {gaussLegendre} from "../../../lib/stats/gaussLegendre.js";
import {shapleyValues} from "./games.js";
import {feverAndCough} from "./support.js";

describe("Gauss and Legendre's rule", () => {
  it("integrates powers exactly up to degree 2 n - 1", () => {
    for (let count = 1; count <= 8; count++)
      for (let power = 0; power < 2 * count; power++) {
        const {points, weights} = gaussLegendre(count);
        const integral = points.reduce((sum, point, i) => sum + weights[i] * point ** power, 0);
        expect(Math.abs(integral - 1 / (power + 1))).toBeLessThan(1e-14);
      }
    expect([...gaussLegendre(1).points]).toEqual([0.5]);
  });
});

describe("a leaf's table", () => {
  it("holds the Shapley values of its game for every set of features that a row satisfies", () => {
    const shares = fc.array(fc.constantFrom(0, 0.1, 0.5, 0.9, 1), {minLength: 1, maxLength: 7});
    fc.assert(
      fc.property(shares, fc.double({min: -9, max: 9, noNaN: true}), (shares, value) => {
        const size = shares.length;
        const table = leafContributions({value, shares, features: [], path: []});
        for (let mask = 0; mask < 1 << size; mask++) {
          const expected = shapleyValues(size, (coalition) =>
            shares.reduce(
              (worth, share, i) => worth * ((coalition >> i) & 1 ? (mask >> i) & 1 : share),
              value
            )
          );
          for (let i = 0; i < size; i++)
            expect(Math.abs(table[mask * size + i] - expected[i])).toBeLessThan(1e-12);
        }
      }),
      {numRuns: 30}
    );
  });

  it("is empty for a tree that is one leaf", () => {
    expect(leafContributions({value: 3, shares: [], features: [], path: []})).toHaveLength(0);
  });
});

describe("the way down a tree", () => {
  it("compares in float32 and sends missing values the default way", () => {
    const {trees} = feverAndCough;
    expect([0.5, 0.5 - 1e-10, 0.4].map((value) => goesLeft(trees, 0, value))).toEqual([false, false, true]);
    expect(goesLeft(trees, 0, NaN)).toBe(true);
    expect(goesLeft({...trees, defaultLeft: new Uint8Array(5)}, 0, NaN)).toBe(false);
  });

  it("shares weight by cover, and in halves where there is none", () => {
    const {trees} = feverAndCough;
    expect(leftShare(trees, 0)).toBe(0.5);
    expect(leftShare({...trees, cover: Float64Array.of(4, 3, 1, 0, 0)}, 0)).toBe(0.75);
    expect(leftShare({...trees, cover: new Float64Array(5)}, 0)).toBe(0.5);
  });
});
