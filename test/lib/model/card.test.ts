import {describe, expect, it} from "vitest";
import {briefSpecs} from "../../../lib/learn/families.js";
import type {CardContents} from "../../../lib/model/card.js";
import {modelCard, syntheticCaveat} from "../../../lib/model/card.js";

const contents: CardContents = {
  name: "Customers who do not come back",
  madeAt: "2026-11-22T20:00:00Z",
  version: "0.1.0",
  intendedUse: {purpose: "Rank customers for a campaign.", users: "Marketing", outOfScope: ["Credit"]},
  data: {
    source: "real",
    cutoff: "2018-03-01T00:00:00",
    horizonDays: 180,
    label: "no order within 180 days",
    rows: 1000,
    positives: 990,
    manifestHash: "ab".repeat(32)
  },
  features: {preset: "forward 78", columns: ["recency_days"]},
  training: {
    spec: briefSpecs.xgboost,
    balance: "none",
    seed: 1,
    backend: "WebAssembly",
    split: "stratified hold-out, 20 %",
    trainRows: 800,
    testRows: 200
  },
  confidence: 0.95,
  metrics: [
    {name: "rocAuc", value: 0.6, low: 0.55, high: 0.65, majority: 0.5},
    {name: "precision", value: null, low: null, high: null, majority: null}
  ],
  calibration: {method: "none", brierBefore: null, brierAfter: null},
  caveats: ["One in a hundred comes back."],
  modelHash: "0f".repeat(32)
};
const {data, training} = contents;

const message = (changes: Partial<CardContents>): string => {
  const card = modelCard({...contents, ...changes});
  return card.ok ? "" : card.message;
};

describe("a model card", () => {
  it("tells what was given, and the share of positives", () => {
    const card = modelCard(contents);
    expect(card).toEqual({
      ok: true,
      value: {format: "vitrine-model-card", ...contents, data: {...data, share: 0.99}}
    });
  });
  it("is the same after a passage through JSON", () => {
    const card = modelCard(contents);
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
  });
  it("says first that generated data is generated", () => {
    const card = modelCard({...contents, data: {...data, source: "synthetic"}});
    expect(card.ok && card.value.caveats).toEqual([syntheticCaveat, ...contents.caveats]);
  });
  it("is not made of figures that are none or cannot be", () => {
    const [auc] = contents.metrics;
    expect(message({data: {...data, rows: 0}})).toBe("data.rows must be above 0");
    expect(message({metrics: [{...auc, high: NaN}]})).toBe("metrics.0.high is not a number");
    expect(message({training: {...training, spec: {...briefSpecs.logistic, C: Infinity}}})).toBe(
      "training.spec.C is not a number"
    );
    expect(message({metrics: [{...auc, low: 0.7}]})).toBe("rocAuc: the interval ends before it begins");
    expect(message({data: {...data, positives: 1001}})).toContain("data.positives");
    expect(message({training: {...training, trainRows: 900}})).toContain("more than data.rows");
    expect(message({confidence: 1})).toBe("confidence must be between 0 and 1");
    expect(message({modelHash: "abc"})).toBe('not a SHA-256: "abc"');
  });
});
