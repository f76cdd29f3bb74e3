import {describe, expect, it} from "vitest";
import {calibrationError} from "../../../lib/calibrate/calibrationError.js";
import {calibrationLine, logOdds} from "../../../lib/calibrate/calibrationLine.js";
import {finish} from "../../../lib/learn/finish.js";
import {sigmoid} from "../../../lib/stats/sigmoid.js";
import {binned, calibration} from "../../../lib/metrics/calibration.js";
import {randomSource} from "../../../lib/random/source.js";
import {formula} from "../metrics/support.js";

const {labels, b} = formula;
const random = randomSource(3);
const truth = Float64Array.from({length: 4000}, () => 0.05 + 0.5 * random());
const outcomes = Uint8Array.from(truth, (p) => Number(random() < p));

describe("slope and intercept of calibration", () => {
  it("are scikit-learn's unpenalised regression and scipy's root", () => {
    const line = calibrationLine(labels, b.map((d) => 0.1 + 0.8 * d)); // prettier-ignore
    expect(line.slope).toBeCloseTo(0.394302638, 6);
    expect((line.slopeInterval!.high - line.slope!) / 1.959964).toBeCloseTo(0.11198020274553375, 6);
    expect(line.intercept).toBeCloseTo(-0.40909306243537286, 9);
    expect((line.interceptInterval!.high - line.intercept!) / 1.959964).toBeCloseTo(0.13172210570996684, 6);
  });

  it("hold 1 and 0 for true probabilities, and find those that are not", () => {
    const line = calibrationLine(outcomes, truth);
    expect(line.slopeInterval!.low).toBeLessThan(1);
    expect(line.slopeInterval!.high).toBeGreaterThan(1);
    expect(line.interceptInterval!.low).toBeLessThan(0);
    expect(line.interceptInterval!.high).toBeGreaterThan(0);
    const extreme = calibrationLine(outcomes, truth.map((p) => sigmoid(2 * logOdds(p)))); // prettier-ignore
    expect(extreme.slope).toBeCloseTo(line.slope! / 2, 6);
    const high = calibrationLine(outcomes, truth.map((p) => sigmoid(1 + logOdds(p)))); // prettier-ignore
    expect(high.intercept).toBeCloseTo(line.intercept! - 1, 6);
  });

  it("are null where rows cannot tell", () => {
    const nothing = {slope: null, slopeInterval: null, intercept: null, interceptInterval: null};
    expect(calibrationLine([], [])).toEqual(nothing);
    expect(calibrationLine([1, 1], [0.2, 0.3])).toEqual(nothing);
    expect(calibrationLine([0, 1, 1, 0], [0.5, 0.5, 0.5, 0.5])).toMatchObject({slope: null, intercept: 0});
    expect(calibrationLine([0, 0, 1, 1], [0.1, 0.2, 0.8, 0.9]).slope).toBeNull();
  });

  it("take probabilities of 0 and 1", () => {
    const {slope, intercept} = calibrationLine([0, 1, 0, 1, 1, 0], [0, 1, 1, 0, 0.6, 0.3]);
    expect(Math.abs(slope!)).toBeLessThan(1);
    expect(Number.isFinite(intercept)).toBe(true);
    expect(logOdds(0.5)).toBe(0);
    expect(logOdds(0)).toBeGreaterThan(-37);
  });
});

describe("the expected calibration error", () => {
  const of = (p: ArrayLike<number>, seed = 1) =>
    finish(calibrationError(outcomes, p, {random: randomSource(seed), resamples: 200}));

  it("is the mean distance of a reliability diagram's points from its diagonal", () => {
    const bins = calibration(outcomes, truth, 10, "quantile");
    const byBins = bins.reduce((sum, d) => sum + (d.rows * Math.abs(d.predicted - d.observed)) / 4000, 0);
    expect(of(truth).value).toBeCloseTo(byBins, 12);
  });

  it("of true probabilities stays below what chance makes, that of others does not", () => {
    const right = of(truth);
    expect(right.value).toBeLessThan(right.byChance!);
    const wrong = of(truth.map((p) => p + 0.1));
    expect(wrong.value).toBeGreaterThan(2 * wrong.byChance!);
    expect(wrong.interval!.low).toBeGreaterThan(0.08);
    expect(wrong.interval!.high).toBeLessThan(0.12);
    expect(of(truth, 2)).not.toEqual(right);
    expect(of(truth)).toEqual(right);
  });

  it("is null without rows and holds the examples of the documentation", () => {
    expect(finish(calibrationError([], [], {random}))).toEqual({value: null, interval: null, byChance: null});
    const small = finish(calibrationError([0, 1], [0.1, 0.9], {random, bins: 2, resamples: 5}));
    expect(small.value).toBeCloseTo(0.1, 12);
    expect([...binned([0.1, 0.9], 2, "uniform")]).toEqual([0, 1]);
  });
});
