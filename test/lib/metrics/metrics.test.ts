import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {averagePrecision} from "../../../lib/metrics/averagePrecision.js";
import {brier} from "../../../lib/metrics/brier.js";
import {calibration} from "../../../lib/metrics/calibration.js";
import {confusion} from "../../../lib/metrics/confusion.js";
import {descending} from "../../../lib/metrics/descending.js";
import {logLoss} from "../../../lib/metrics/logLoss.js";
import {quantile} from "../../../lib/metrics/quantile.js";
import {rankedAuc} from "../../../lib/metrics/rankedAuc.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {rocCurve} from "../../../lib/metrics/rocCurve.js";

const rows = fc.array(
  fc.tuple(
    fc.integer({min: 0, max: 1}),
    fc.integer({min: 0, max: 8}).map((d) => d / 8)
  ),
  {
    minLength: 1,
    maxLength: 60
  }
);
const split = (data: [number, number][]) => [data.map(([y]) => y), data.map(([, p]) => p)] as const;

describe("examples of the documentation", () => {
  it("hold", () => {
    expect(rocAuc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])).toBe(0.75);
    expect(rankedAuc([1, 0], [0.9, 0.1])).toBe(1);
    expect(rocCurve([0, 1], [0.2, 0.7]).map((d) => d.truePositiveRate)).toEqual([0, 1, 1]);
    expect(averagePrecision([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])).toBeCloseTo(0.8333333333333333, 15);
    expect(brier([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3])).toBeCloseTo(0.0375, 15);
    expect(logLoss([1, 0], [0.5, 0.5])).toBe(0.6931471805599453);
    expect(confusion([0, 1, 1], [0.2, 0.6, 0.3], 0.5).recall).toBe(0.5);
    expect(calibration([0, 1], [0.1, 0.9], 2, "uniform").map((d) => d.observed)).toEqual([0, 1]);
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect([...descending([0, 1, 0], [0.1, 0.8, 0.4]).scores]).toEqual([0.8, 0.4, 0.1]);
  });
});

describe("the area under the ROC curve", () => {
  it("is the share of pairs in the right order, ties counting a half", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const [y, p] = split(data);
        const pairs = data.flatMap(([a, s]) =>
          data.filter(([b]) => a === 1 && b === 0).map(([, t]) => s - t)
        );
        const wins = pairs.reduce((sum, d) => sum + (d > 0 ? 1 : d === 0 ? 0.5 : 0), 0);
        const area = rocAuc(y, p);
        if (pairs.length) expect(area).toBeCloseTo(wins / pairs.length, 12);
        else expect(area).toBeNull();
      })
    );
  });

  it("is the trapezoids under the curve", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const curve = rocCurve(...split(data));
        fc.pre(curve.length > 0);
        const trapezoids = curve.slice(1).reduce((sum, d, index) => {
          const before = curve[index];
          const width = d.falsePositiveRate - before.falsePositiveRate;
          return sum + (width * (d.truePositiveRate + before.truePositiveRate)) / 2;
        }, 0);
        expect(trapezoids).toBeCloseTo(rocAuc(...split(data)) ?? NaN, 12);
      })
    );
  });

  it("stays where every score moves through a rising function", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const [y, p] = split(data);
        expect(rocAuc(y, p)).toBe(rocAuc(y, p.map((d) => Math.exp(3 * d) - 7))); // prettier-ignore
      })
    );
  });
});

describe("bins of a reliability diagram", () => {
  it("hold every row once", () => {
    fc.assert(
      fc.property(
        rows,
        fc.integer({min: 1, max: 12}),
        fc.constantFrom("uniform", "quantile"),
        (data, bins, how) => {
          const [y, p] = split(data);
          const found = calibration(y, p, bins, how);
          expect(found.reduce((sum, d) => sum + d.rows, 0)).toBe(y.length);
          expect(found.reduce((sum, d) => sum + d.observed * d.rows, 0)).toBeCloseTo(
            y.reduce((sum, d) => sum + d, 0),
            9
          );
        }
      )
    );
  });
});

describe("degenerate input", () => {
  it("is null or empty, never NaN", () => {
    for (const y of [[], [0, 0], [1, 1]]) {
      const p = y.map(() => 0.5);
      expect(rocAuc(y, p)).toBeNull();
      expect(rocCurve(y, p)).toEqual([]);
    }
    expect(averagePrecision([0, 0], [0.1, 0.2])).toBeNull();
    expect(averagePrecision([], [])).toBeNull();
    expect(brier([], [])).toBeNull();
    expect(logLoss([], [])).toBeNull();
    expect(calibration([], [], 5, "quantile")).toEqual([]);
    expect(confusion([], [], 0.5)).toMatchObject({accuracy: null, precision: null, recall: null, f1: null});
  });

  it("leaves a certain mistake finite", () => {
    expect(logLoss([1, 0], [0, 1])).toBeCloseTo(-Math.log(Number.EPSILON), 9);
  });
});
