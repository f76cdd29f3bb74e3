import {describe, expect, it} from "vitest";
import {logOdds} from "../../../lib/calibrate/calibrationLine.js";
import {briefSpecs} from "../../../lib/learn/families.js";
import {calibrating, learntShare} from "../../../lib/pipeline/calibrating.js";
import {calibrated} from "../../../lib/model/calibration.js";
import {randomSource} from "../../../lib/random/source.js";
import {messageOf, valueOf} from "../learn/support.js";

const random = randomSource(1);
const truth = Float64Array.from({length: 20_000}, () => 0.3 * random());
const labels = Uint8Array.from(truth, (p) => Number(random() < p));
const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
/** What a model says that has seen each positive row three times. */
const inflated = truth.map((p) => (3 * p) / (3 * p + 1 - p));
const material = {
  spec: {...briefSpecs.xgboost, scalePosWeight: 3},
  balance: "none",
  trainLabels: labels,
  labels,
  probabilities: inflated,
  logOdds: inflated.map(logOdds)
} as const;

describe("a calibration", () => {
  it.each(["platt", "isotonic"] as const)("by %s gives back what came", (method) => {
    const calibration = valueOf(calibrating(method, material));
    if (!calibration) throw new Error("none");
    const told = inflated.map((p) => calibrated(calibration, p));
    expect(Math.abs(mean(inflated) - mean(labels))).toBeGreaterThan(0.1);
    expect(Math.abs(mean(told) - mean(labels))).toBeLessThan(0.002);
  });

  it("of the prior undoes the weight of label 1", () => {
    const calibration = valueOf(calibrating("prior", material));
    if (calibration?.method !== "prior") throw new Error("none");
    expect(calibration.actual).toBe(mean(labels));
    inflated.slice(0, 50).forEach((p, row) => expect(calibrated(calibration, p)).toBeCloseTo(truth[row], 12));
  });

  it("is none where there is nothing to do, and a sentence where there is too little", () => {
    const plain = {...material, spec: briefSpecs.boosting};
    expect(calibrating("none", material)).toEqual({ok: true, value: undefined});
    expect(calibrating("prior", plain)).toEqual({ok: true, value: undefined});
    const nothing = new Float64Array();
    const none = {
      ...{...material, trainLabels: Uint8Array.of(1, 1), labels: new Uint8Array()},
      ...{probabilities: nothing, logOdds: nothing}
    };
    expect(messageOf(calibrating("prior", none))).toMatch(/both outcomes/);
    expect(messageOf(calibrating("platt", none))).not.toBe("");
    expect(messageOf(calibrating("isotonic", none))).not.toBe("");
  });

  it("knows which share of label 1 a model has seen", () => {
    const {forest, xgboost} = briefSpecs;
    expect(learntShare({...xgboost, scalePosWeight: 3}, "none", 0.25)).toBe(0.5);
    expect(learntShare({...xgboost, scalePosWeight: 3}, "weights", 0.01)).toBe(0.75);
    expect(learntShare(forest, "smote", 0.01)).toBe(0.5);
    expect(learntShare(forest, "none", 0.01)).toBe(0.01);
  });
});
