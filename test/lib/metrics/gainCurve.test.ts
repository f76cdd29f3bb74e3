import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {gainCurve} from "../../../lib/metrics/gainCurve.js";
import {labelled} from "./support.js";

describe("the gain curve", () => {
  it("counts the positives among the first rows", () => {
    expect(gainCurve([1, 0, 0, 0], [0.9, 0.3, 0.2, 0.1], 4).map((d) => d.gain)).toEqual([0, 1, 1, 1, 1]);
    expect(gainCurve([0, 1, 1, 0], [0.9, 0.8, 0.7, 0.1], 4)).toEqual([
      {share: 0, gain: 0, lift: null, best: 0},
      {share: 0.25, gain: 0, lift: 0, best: 0.5},
      {share: 0.5, gain: 0.5, lift: 1, best: 1},
      {share: 0.75, gain: 1, lift: 4 / 3, best: 1},
      {share: 1, gain: 1, lift: 1, best: 1}
    ]);
  });

  it("is the diagonal for scores that are all the same", () => {
    for (const {share, gain} of gainCurve([0, 1, 1, 0, 0], [3, 3, 3, 3, 3], 20))
      expect(gain).toBeCloseTo(share, 12);
  });

  it("is the mean over every order of tied rows", () => {
    const curve = gainCurve([1, 1, 0, 0], [0.9, 0.5, 0.5, 0.5], 4);
    const gains = [0, 0.5, 0.5 + 1 / 6, 0.5 + 2 / 6, 1];
    curve.forEach(({gain}, index) => expect(gain).toBeCloseTo(gains[index], 12));
  });

  it("rises to 1, stays under the best, and does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(labelled(), fc.integer({min: 1, max: 30}), (data, points) => {
        const curve = gainCurve(data.map(([y]) => y), data.map(([, p]) => p), points); // prettier-ignore
        if (!data.some(([y]) => y)) {
          expect(curve).toEqual([]);
          return;
        }
        expect(curve).toHaveLength(points + 1);
        expect(curve[points].gain).toBeCloseTo(1, 12);
        curve.forEach(({gain, best}, index) => {
          if (index) expect(gain).toBeGreaterThanOrEqual(curve[index - 1].gain - 1e-12);
          expect(gain).toBeLessThanOrEqual(best + 1e-12);
        });
        const back = [...data].reverse();
        gainCurve(
          back.map(([y]) => y),
          back.map(([, p]) => p),
          points
        ).forEach(
          // prettier-ignore
          ({gain}, index) => expect(gain).toBeCloseTo(curve[index].gain, 12)
        );
      })
    );
  });

  it("is empty without positives", () => {
    expect(gainCurve([], [])).toEqual([]);
    expect(gainCurve([0, 0], [0.1, 0.2])).toEqual([]);
  });
});
