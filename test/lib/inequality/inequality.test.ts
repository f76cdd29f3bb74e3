import fc from "fast-check";
import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {concentration, peopleHolding} from "../../../lib/inequality/concentration.js";
import {gini} from "../../../lib/inequality/gini.js";
import {lorenz} from "../../../lib/inequality/lorenz.js";
import {tenths} from "../../../lib/inequality/tenths.js";
import {topShare} from "../../../lib/inequality/topShare.js";
import {normalQuantile} from "../../../lib/distributions/normal.js";
import {finish} from "../../../lib/learn/finish.js";

const {cases} = JSON.parse(readFileSync("test/reference/inequality/gini.json", "utf8")) as {
  cases: {v: number[]; gini: number; unbiased?: number}[];
};
const amounts = fc.array(fc.integer({min: 0, max: 1000}), {minLength: 1, maxLength: 60});

describe("inequality", () => {
  it.each(cases)("of $v is the reference's", ({v, gini: expected}) => {
    expect(gini(v)).toBeCloseTo(expected, 12);
  });

  it("of a log-normal and a Pareto distribution is their closed form", () => {
    const at = Array.from({length: 200_000}, (_, i) => (i + 0.5) / 200_000);
    expect(gini(at.map((p) => Math.exp(normalQuantile(p))))).toBeCloseTo(0.5205, 3);
    const alpha = Math.log(5) / Math.log(4);
    const pareto = at.map((p) => (1 - p) ** (-1 / alpha));
    expect(topShare(pareto, 0.2)).toBeCloseTo(0.8, 1);
  });

  it("is twice the area between the Lorenz curve and the diagonal", () => {
    fc.assert(
      fc.property(amounts, (some) => {
        const curve = lorenz(some, some.length);
        const coefficient = gini(some);
        if (!curve || coefficient === null) {
          expect(coefficient).toBeNull();
          return;
        }
        const under = curve
          .slice(1)
          .reduce(
            (sum, {people, held}, i) => sum + ((people - curve[i].people) * (held + curve[i].held)) / 2,
            0
          );
        expect(coefficient).toBeCloseTo(1 - 2 * under, 9);
      })
    );
  });

  it("does not mind the order, and holds all in the top whole", () => {
    fc.assert(
      fc.property(amounts, (some) => {
        const turned = [...some].reverse();
        expect(gini(turned) ?? 0).toBeCloseTo(gini(some) ?? 0, 12);
        if (some.some(Boolean)) expect(topShare(some, 1)).toBeCloseTo(1, 12);
        const parts = tenths(some);
        expect(parts.reduce((sum, {people}) => sum + people, 0)).toBe(some.length);
        expect(parts.reduce((sum, {total}) => sum + total, 0)).toBeCloseTo(
          some.reduce((a, b) => a + b, 0),
          9
        );
        for (let i = 1; i < parts.length; i++) expect(parts[i].high).toBeLessThanOrEqual(parts[i - 1].low);
      })
    );
  });

  it("is nothing where there is nothing to share out", () => {
    expect([gini([]), gini([0, 0]), gini([-1, 2]), topShare([], 0.5), lorenz([0])]).toEqual([
      null,
      null,
      null,
      null,
      null
    ]);
    expect(tenths([])).toEqual([]);
    expect(peopleHolding([0], 0.5)).toBeNull();
    expect(finish(concentration(new Float64Array(3), 0.2, {seed: 1}))).toMatchObject({ok: false});
  });

  it("comes with an interval that holds it", () => {
    const some = Float64Array.from({length: 400}, (_, i) => 1 + (i % 40) ** 2);
    const made = finish(concentration(some, 0.2, {seed: 1}));
    if (!made.ok) throw new Error(made.message);
    const {gini: coefficient, giniInterval, topInterval, topShare: share} = made.value;
    expect(coefficient).toBeCloseTo(gini(some) ?? 0, 12);
    expect(giniInterval?.low).toBeLessThan(coefficient);
    expect(giniInterval?.high).toBeGreaterThan(coefficient);
    expect(topInterval?.low).toBeLessThan(share);
    expect(topInterval?.high).toBeGreaterThan(share);
    expect(peopleHolding([6, 2, 1, 1], 0.6)).toBe(0.25);
  });
});
