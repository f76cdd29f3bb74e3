// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import type {Question} from "../../../../lib/pipeline/question.js";
import {
  featureValue,
  scoreOf,
  scoreText,
  signedText,
  sizeText,
  valueText
} from "../../../../src/components/models/explain/row.js";
import {
  columnText,
  eventOf,
  featureText,
  powerText,
  shareOfFirst,
  tendencyOf,
  worthText
} from "../../../../src/components/models/explain/words.js";
import {feverAndCough} from "../../../lib/explain/support.js";

const question = (label: Question["label"]): Question => ({
  ...{label, preset: "all", asof: "2018-03-01", horizon: 90, days: 210, strict: false, only: []}
});

describe("words", () => {
  it("say what a higher score means", () => {
    expect(eventOf(question("forward"))).toBe("does not order again within 90 days");
    expect(eventOf(question("recency"))).toBe("has not ordered for more than 210 days");
    expect(eventOf(question("late"))).toBe("comes late");
  });

  it("name features by the catalogue, and orders' by their questions", () => {
    expect(featureText("avg_review_score", question("forward")).definition).toMatch(
      /^Mean score of the reviews/
    );
    expect(featureText("distance_km", question("late")).name).toBe("Distance, km");
    expect(columnText("region=SE", question("late"))).toBe("Region = SE");
    expect(columnText("frequency", question("rule"))).toBe("frequency");
  });

  it("write sizes so that digits count", () => {
    expect([0.05041, 5.236, 0, -0.4].map(sizeText)).toEqual(["0.0504", "5.24", "0", "−0.400"]);
    expect([0.5, -0.5, 0].map(signedText)).toEqual(["+0.500", "−0.500", "0"]);
    expect([0, 3.2e-13, 2e-6].map(powerText)).toEqual(["0", "3.2·10⁻¹³", "2.0·10⁻⁶"]);
    expect([NaN, 1234, -0.5, 2.5, "SE"].map(valueText)).toEqual(["missing", "1,234", "−0.500", "2.50", "SE"]);
  });

  it("tell which way scores go with a value", () => {
    const points = (shaps: number[]) => shaps.map((shap, i) => ({rank: i / 3, shap}));
    expect(tendencyOf(points([1, 2, 3, 4]))).toBe("up");
    expect(tendencyOf(points([4, 3, 2, 1]))).toBe("down");
    expect(tendencyOf(points([1, 3, 3, 1]))).toBe("both");
    expect(tendencyOf(points([1, 1, 1, 1]))).toBe("both");
    expect(tendencyOf([])).toBe("both");
    expect(tendencyOf([{rank: null, shap: 1}])).toBe("both");
  });

  it("give the share that the first features have of all SHAP values", () => {
    const overall = [3, 1, 1].map((value, i) => ({feature: String(i), value}));
    expect(shareOfFirst(overall, 2)).toBe(0.8);
    expect(shareOfFirst([], 2)).toBe(0);
  });
});

describe("what a ROC-AUC makes of an explanation", () => {
  const worth = (value: number | null, low = 0) => {
    const rocAuc = {value, interval: value === null ? null : {low, high: 1}};
    return worthText({scorecard: {metrics: {rocAuc}}} as Parameters<typeof worthText>[0]);
  };

  it.each([
    [0.55, 0.48, /cannot be told from guessing .* little to explain/],
    [0.57, 0.52, /hardly better than guessing .* little to explain/],
    [0.7, 0.65, /does better than guessing/],
    [0.999, 0.99, /too good to be true/],
    [null, 0, /could not be judged/]
  ])("%s from %s", (value, low, sentence) => {
    expect(worth(value, low)).toMatch(sentence);
  });
});

describe("one row", () => {
  it("has its score taken apart by feature, one-hot columns summed", () => {
    const score = scoreOf(feverAndCough, [{feature: "ill"}, {feature: "ill"}], Float32Array.of(1, 1));
    expect([...score.contributions]).toEqual([["ill", 60]]);
    expect(score.fall).toMatchObject({base: 20, score: 80});
    expect(score.probability).toBeCloseTo(1, 12);
    expect(scoreText(feverAndCough, -1.5)).toBe("−1.50");
    expect(scoreText({...feverAndCough, link: "mean"}, 98.2)).toBe("98.20\u00a0%");
  });

  it("shows a category by its level", () => {
    const columns = ["N", "SE"].map(
      (level) => ({name: `region=${level}`, feature: "region", kind: "level"}) as const
    );
    expect(featureValue(columns, Float32Array.of(0, 1), "region")).toBe("SE");
    expect(featureValue(columns, Float32Array.of(0, 0), "region")).toBe("(none)");
  });
});
