import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Calibration} from "../../../lib/model/calibration.js";
import {calibrated} from "../../../lib/model/calibration.js";
import type {ScaledLinearModel} from "../../../lib/model/model.js";
import {marginsOf, probabilityOf, scoreColumns, scoresLogOdds} from "../../../lib/model/model.js";
import {madeUpColumns, madeUpLinear, madeUpTrees} from "./support.js";

const simple: ScaledLinearModel = {
  kind: "linear",
  features: ["x"],
  intercept: 0,
  coefficients: Float64Array.of(1),
  mean: Float64Array.of(2),
  deviation: Float64Array.of(1),
  median: Float64Array.of(2)
};
const line: Calibration = {
  method: "isotonic",
  scores: Float64Array.of(0.2, 0.4, 0.8),
  probabilities: Float64Array.of(0.1, 0.1, 0.5)
};

describe("examples of the documentation", () => {
  it("hold", () => {
    expect(calibrated({method: "prior", learnt: 0.5, actual: 0.1}, 0.5)).toBe(0.1);
    expect([...marginsOf(simple, [Float32Array.of(3, NaN)])]).toEqual([1, 0]);
    expect([...scoreColumns(simple, [Float32Array.of(2, NaN)])]).toEqual([0.5, 0.5]);
    expect(scoresLogOdds(simple)).toBe(true);
    const flat: Calibration = {method: "platt", slope: 0.1, intercept: 0};
    expect(probabilityOf({...simple, calibration: flat}, 60)).toBe(0.9975273768433653);
  });
});

describe("a calibration", () => {
  it("by Platt is a line in log-odds", () => {
    const platt: Calibration = {method: "platt", slope: 2, intercept: -1};
    expect(calibrated(platt, 0.8)).toBeCloseTo(1 / (1 + Math.exp(1 - 2 * Math.log(4))), 14);
    expect(calibrated(platt, 0.1, 0.5)).toBe(0.5);
  });
  it("by isotonic points rises along them and is level beyond", () => {
    expect([0, 0.2, 0.3, 0.6, 0.8, 1].map((p) => calibrated(line, p))).toEqual([
      0.1,
      0.1,
      0.1,
      expect.closeTo(0.3, 14),
      0.5,
      0.5
    ]);
    expect(
      calibrated({method: "isotonic", scores: Float64Array.of(0.5), probabilities: Float64Array.of(0.2)}, 0.9)
    ).toBe(0.2);
  });
  it("by priors gives back the odds that a resampled training multiplied", () => {
    fc.assert(
      fc.property(fc.double({min: 0.01, max: 0.99, noNaN: true}), (p) => {
        const there: Calibration = {method: "prior", learnt: 0.5, actual: 0.02};
        const back: Calibration = {method: "prior", learnt: 0.02, actual: 0.5};
        expect(calibrated(back, calibrated(there, p))).toBeCloseTo(p, 12);
        expect(calibrated(there, p)).toBeLessThan(p);
      })
    );
  });
  it("keeps probabilities of 0 and 1 within range", () => {
    const all: Calibration[] = [
      {method: "platt", slope: 0, intercept: 1},
      line,
      {method: "prior", learnt: 0.5, actual: 0.1}
    ];
    for (const calibration of all)
      for (const p of [0, 1]) {
        const value = calibrated(calibration, p);
        expect(value >= 0 && value <= 1).toBe(true);
      }
  });
});

describe("scores", () => {
  it("of log-odds are calibrated on the log-odds themselves, where probabilities run into 1", () => {
    const trees = madeUpTrees({seed: 1, trees: 1, depth: 0, features: 1, base: 60});
    const platt = {...trees, calibration: {method: "platt", slope: 0.01, intercept: 0} as const};
    const [margin] = marginsOf(trees, [Float32Array.of(0)]);
    expect(scoreColumns(platt, [Float32Array.of(0)])[0]).toBeCloseTo(1 / (1 + Math.exp(-0.01 * margin)), 14);
  });
  it("survive structured cloning of the model", () => {
    const columns = madeUpColumns(4, 30, 3);
    for (const model of [madeUpLinear(4, 3), madeUpTrees({seed: 4, trees: 4, depth: 3, features: 3})]) {
      const withLine = {...model, calibration: line};
      expect(scoreColumns(structuredClone(withLine), columns)).toEqual(scoreColumns(withLine, columns));
    }
  });
  it("of no rows are none, and a model without columns says its intercept", () => {
    const none = madeUpLinear(1, 0);
    expect(scoreColumns(simple, [new Float32Array(0)])).toHaveLength(0);
    expect([...marginsOf(none, [], 2)]).toEqual([none.intercept, none.intercept]);
  });
});
