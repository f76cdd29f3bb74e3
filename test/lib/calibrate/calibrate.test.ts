import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {applyIsotonic, isotonic} from "../../../lib/calibrate/isotonic.js";
import {applyPlatt, platt} from "../../../lib/calibrate/platt.js";
import {correctPrior, weightedShare} from "../../../lib/calibrate/priorCorrection.js";
import type {Result} from "../../../lib/result.js";
import {formula, labelled} from "../metrics/support.js";

const {labels, a} = formula;

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

describe("Platt scaling", () => {
  it("is scikit-learn 1.2.1's, which stops a little earlier", () => {
    const {slope, intercept} = valueOf(platt(labels, a));
    // scipy's Nelder-Mead to 1e-12; _sigmoid_calibration gives -.9563145637, .8298979006.
    expect(slope).toBeCloseTo(0.956314599, 7);
    expect(intercept).toBeCloseTo(-0.829897927, 7);
  });

  it("leaves the sums of targets and of target times score as they are", () => {
    fc.assert(
      fc.property(labelled(1, 4), (data) => {
        const [y, s] = [data.map(([d]) => d), data.map(([, d]) => 6 * d - 3)];
        const positives = y.filter(Boolean).length;
        fc.pre(positives > 0 && positives < y.length && new Set(s).size > 1);
        const scaling = valueOf(platt(y, s));
        const high = (positives + 1) / (positives + 2);
        const low = 1 / (y.length - positives + 2);
        const left = (weight: (score: number) => number) =>
          s.reduce(
            (sum, score, row) => sum + weight(score) * ((y[row] ? high : low) - applyPlatt(scaling, score)),
            0
          );
        expect(left(() => 1)).toBeCloseTo(0, 7);
        expect(left((score) => score)).toBeCloseTo(0, 7);
      })
    );
  });

  it("stays finite where scores part the classes, by its smoothed targets", () => {
    const scaling = valueOf(platt([0, 0, 1, 1], [-2, -1, 1, 2]));
    expect(applyPlatt(scaling, 2)).toBeGreaterThan(0.7);
    expect(applyPlatt(scaling, 2)).toBeLessThan(0.99);
  });

  it("says what it needs", () => {
    expect(platt([], [])).toMatchObject({ok: false, code: "one-class"});
    expect(platt([1, 1], [0, 1])).toMatchObject({ok: false, code: "one-class"});
    expect(platt([0, 1], [0.3, 0.3])).toMatchObject({ok: false, code: "constant"});
    expect(platt([0, 1], [0.3, Infinity])).toMatchObject({ok: false, code: "score"});
  });

  it("holds the examples of the documentation", () => {
    const scaling = valueOf(platt([0, 1, 0, 1], [0, 0, 1, 1]));
    expect(scaling.slope).toBeCloseTo(0, 12);
    expect(scaling.intercept).toBeCloseTo(0, 12);
    expect(applyPlatt({slope: 1, intercept: 0}, 0)).toBe(0.5);
  });
});

describe("isotonic regression", () => {
  it("is scikit-learn 1.2.1's, knots and predictions", () => {
    const curve = valueOf(isotonic(labels, a));
    expect(curve.scores).toHaveLength(15);
    const knots = [
      0.23809523809523808, 0.23809523809523808, 0.2962962962962963, 0.2962962962962963, 0.3333333333333333,
      0.3333333333333333, 0.35714285714285715, 0.35714285714285715, 0.42016806722689076, 0.42016806722689076,
      0.54, 0.54, 0.6, 0.6, 0.6666666666666666
    ];
    curve.probabilities.forEach((value, index) => expect(value).toBeCloseTo(knots[index], 12));
    expect(curve.scores[1]).toBeCloseTo(0.0594059405940594, 12);
    expect(curve.scores[13]).toBeCloseTo(0.9801980198019802, 12);
    const predicted = [
      [-1, 0.23809523809523808],
      [0, 0.23809523809523808],
      [0.1, 0.2962962962962963],
      [0.333, 0.35714285714285715],
      [0.5, 0.42016806722689076],
      [0.77, 0.5124386554621849],
      [0.9, 0.54],
      [2, 0.6666666666666666]
    ];
    for (const [score, value] of predicted) expect(applyIsotonic(curve, score)).toBeCloseTo(value, 12);
  });

  it("rises, keeps the mean, and is nearer to the outcomes than any other rising curve tried", () => {
    fc.assert(
      fc.property(labelled(2), (data) => {
        const [y, s] = [data.map(([d]) => d), data.map(([, d]) => d)];
        const curve = valueOf(isotonic(y, s));
        curve.probabilities.slice(1).forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(curve.probabilities[i]);
        });
        const fitted = s.map((score) => applyIsotonic(curve, score));
        const total = (values: number[]) => values.reduce((sum, d) => sum + d, 0);
        expect(total(fitted)).toBeCloseTo(total(y), 9);
        const distance = (values: number[]) => total(values.map((value, row) => (value - y[row]) ** 2));
        const levels = data.map(([, , d]) => d).sort((p, q) => p - q);
        const rising = s.map((score) => levels[s.filter((other) => other < score).length]);
        expect(distance(fitted)).toBeLessThanOrEqual(distance(rising) + 1e-9);
      })
    );
  });

  it("takes one row, ties and one class, and says what it needs", () => {
    const one = valueOf(isotonic([1], [0.3]));
    expect([applyIsotonic(one, 0), applyIsotonic(one, 0.3), applyIsotonic(one, 1)]).toEqual([1, 1, 1]);
    const tied = valueOf(isotonic([0, 1, 0, 1], [0.5, 0.5, 0.5, 0.5]));
    expect(applyIsotonic(tied, 0.9)).toBe(0.5);
    expect(applyIsotonic(valueOf(isotonic([0, 0], [0.1, 0.9])), 0.5)).toBe(0);
    expect(isotonic([], [])).toMatchObject({ok: false, code: "no-rows"});
    expect(isotonic([0], [NaN])).toMatchObject({ok: false, code: "score"});
  });

  it("holds the example of the documentation", () => {
    const curve = {scores: Float64Array.of(0, 1), probabilities: Float64Array.of(0.2, 0.4)};
    expect(applyIsotonic(curve, 0.5)).toBeCloseTo(0.3, 12);
  });
});

describe("the correction of the prior", () => {
  it("is Bayes' rule with another prior", () => {
    const share = fc.double({min: 0.01, max: 0.99, noNaN: true});
    fc.assert(
      fc.property(share, share, share, (p, learnt, actual) => {
        const likelihoods = (p / (1 - p)) * ((1 - learnt) / learnt);
        const odds = (likelihoods * actual) / (1 - actual);
        expect(correctPrior(p, learnt, actual)).toBeCloseTo(odds / (1 + odds), 10);
        expect(correctPrior(correctPrior(p, learnt, actual), actual, learnt)).toBeCloseTo(p, 10);
      })
    );
  });

  it("leaves certainty certain and refuses shares that are none", () => {
    expect(correctPrior(0.5, 0.5, 0.1)).toBeCloseTo(0.1, 15);
    expect(correctPrior(0, 0.5, 0.1)).toBe(0);
    expect(correctPrior(1, 0.5, 0.1)).toBe(1);
    expect(() => correctPrior(0.5, 0, 0.1)).toThrow("no share between 0 and 1: 0");
    expect(() => correctPrior(0.5, 0.5, 1)).toThrow(RangeError);
  });

  it("undoes a weight on the positive rows", () => {
    expect(weightedShare(0.25, 3)).toBe(0.5);
    expect(weightedShare(0.1, 1)).toBeCloseTo(0.1, 15);
    expect(correctPrior(weightedShare(0.2, 2.1), weightedShare(0.3, 2.1), 0.3)).toBeCloseTo(0.2, 12);
  });
});
