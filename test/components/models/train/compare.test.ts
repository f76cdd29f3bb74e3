// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import type {Family} from "../../../../lib/learn/families.js";
import {briefSpecs} from "../../../../lib/learn/families.js";
import type {LabelName, Question} from "../../../../lib/pipeline/question.js";
import type {Comparison, Verdict} from "../../../../lib/metrics/compareModels.js";
import {signed, verdictText} from "../../../../src/components/models/train/pairs.js";
import {compareAnswer, outcomeWords, pText} from "../../../../src/components/models/compareWords.js";
import {spread} from "../../../../src/components/models/train/parts.js";
import type {LabModel, LabOutcome} from "../../../../lib/lab/train.js";

const question = (label: LabelName): Question => ({
  ...{label, preset: "all", asof: "2018-03-01", horizon: 90, days: 210, strict: false, only: []}
});

const comparison = (a: string, b: string, verdict: Verdict, adjusted: number | null): Comparison => ({
  ...{a, b, metric: "rocAuc", difference: 0.1, interval: null, p: adjusted, adjusted, verdict},
  ...{deLong: null, mcNemar: null}
});

/** As much of a model as the answer looks at. */
const model = (family: Family, auc: number | null, low: number, scores = [0.1, 0.2]) =>
  ({
    family,
    parts: [{probabilities: Float64Array.from(scores)}],
    fit: {spec: briefSpecs[family], rows: {train: 480}},
    scorecard: {
      metrics: {
        rocAuc: {value: auc, interval: auc === null ? null : {low, high: 0.75}},
        averagePrecision: {value: auc && auc / 10, interval: {low: 0.02, high: 0.09}}
      },
      baseline: {rocAuc: 0.5, averagePrecision: 0.02}
    }
  }) as LabModel;

const outcome = (models: LabModel[], comparisons: Comparison[]) =>
  ({
    models,
    comparisons,
    data: {question: question("forward")},
    found: 0,
    test: new Uint32Array(2000),
    labels: Uint8Array.from({length: 2000}, (_, row) => Number(row < 30))
  }) as unknown as LabOutcome;

const forest = model("forest", 0.7, 0.65);
const xgboost = model("xgboost", 0.6, 0.48);

describe("the answer", () => {
  it("names the best family, by how much, against what and on how many", () => {
    const clear = [comparison("forest", "xgboost", "a is better", 0.0002)];
    const text = compareAnswer(outcome([xgboost, forest], clear), clear);
    expect(text).toMatch(
      /^Random forest is best at finding customers who order again within 90 days, clearly ahead of XGBoost/
    );
    expect(text).toMatch(/ROC-AUC 0\.700, 95 % interval 0\.650 to 0\.750; guessing: 0\.5;/);
    expect(text).toMatch(/p < 0\.001 after Holm/);
    expect(text).toMatch(/By PR-AUC it leads too with 0\.070 .* guessing gets 0\.020, significantly ahead/);
    expect(text).toMatch(/2,000 customers that the models had not seen; 1\.5\s% of these order again/);
  });

  it("says where a lead is not significant, and where no model beats guessing", () => {
    const even = [comparison("forest", "xgboost", "difference not significant", 0.4)];
    expect(compareAnswer(outcome([forest, xgboost], even), even)).toMatch(
      /but its lead over XGBoost.* is not significant/
    );
    const poor = compareAnswer(outcome([xgboost], []), []);
    expect(poor).toMatch(/cannot be told from guessing, 0\.5/);
    expect(poor).not.toMatch(/lead over/);
  });

  it("never calls a model best that gives everybody the same score, but says so, and why", () => {
    const logistic = model("logistic", 0.5, 0.5, [0.3, 0.3]);
    const worse = model("xgboost", 0.45, 0.4);
    const text = compareAnswer(outcome([logistic, worse], []), []);
    expect(text).toMatch(/^XGBoost-style boosting alone tells customers apart: it is best at finding/);
    expect(text).toMatch(
      /Logistic regression gives everybody the same score, as at C = 0\.005 .* raise C\.$/
    );
    expect(text).not.toMatch(/lead|ahead/);
  });

  it("says so where no model tells anybody apart", () => {
    const same = [0.3, 0.3];
    const text = compareAnswer(
      outcome([model("forest", 0.5, 0.5, same), model("xgboost", 0.5, 0.5, same)], []),
      []
    );
    expect(text).toMatch(/^No model tells customers who order again within 90 days from the others/);
    expect(text).toMatch(/Random forest gives everybody the same score, as no split leaves 50 of 480 rows/);
    expect(text).not.toMatch(/best|ahead|lead/);
  });

  it("does not choose between two that are level, and gives no interval where all resamples agree", () => {
    const certain = (family: Family) => {
      const made = model(family, 0.9, 0.9);
      made.scorecard.metrics.rocAuc.interval = {low: 0.9, high: 0.9};
      return made;
    };
    const text = compareAnswer(outcome([certain("forest"), certain("boosting")], []), []);
    expect(text).toMatch(/^Random forest and gradient boosting are equally good at finding/);
    expect(text).toMatch(/they rank .* no interval, as all resamples agree/);
    expect(text).toMatch(/By PR-AUC random forest and gradient boosting are level at 0\.090/);
  });

  it("says where those looked for are too few to judge by", () => {
    const {labels, ...rest} = outcome([forest], []);
    expect(compareAnswer({...rest, labels}, [])).not.toMatch(/too few/);
    expect(compareAnswer({...rest, labels: labels.slice().fill(0, 12)}, [])).toMatch(
      /Only 12 who order again within 90 days are among them: too few/
    );
  });

  it("warns of what is too good to be true", () => {
    expect(compareAnswer(outcome([model("forest", 0.99, 0.98)], []), [])).toMatch(/leaks the label/);
    expect(compareAnswer(outcome([forest], []), [])).not.toMatch(/leaks the label/);
  });

  it("says that nothing can be said where all rows ended the same way", () => {
    expect(compareAnswer(outcome([model("forest", null, 0)], []), [])).toMatch(/Nothing can be said/);
  });
});

describe("the words", () => {
  it.each([
    ["forward", "do not order again within 90 days", "order again within 90 days"],
    ["recency", "have not ordered for more than 210 days", "have ordered in the last 210 days"],
    ["rule", "have churned by the brief’s rule", "are active by the brief’s rule"],
    ["late", "come late", "come in time"]
  ] as const)("for %s name both outcomes, whichever is looked for", (label, one, zero) => {
    expect(outcomeWords(question(label), 1)).toMatchObject({found: one, other: zero});
    expect(outcomeWords(question(label), 0)).toMatchObject({found: zero, other: one});
    expect(outcomeWords(question(label), 0).rows).toBe(label === "late" ? "orders" : "customers");
  });

  it("give a difference its sign, and a tiny one its digits", () => {
    expect([0.0123, -0.00012, 0, null].map((value) => signed(value))).toEqual([
      "+0.012",
      "−0.00012",
      "0.000",
      "–"
    ]);
  });

  it("tell a p, and who is better", () => {
    expect([0.0004, 0.0421, 0.4, null].map(pText)).toEqual([
      "p < 0.001",
      "p = 0.042",
      "p = 0.40",
      "p unknown"
    ]);
    expect(verdictText(comparison("forest", "logistic", "b is better", 0.01))).toBe(
      "Logistic regression is better"
    );
    expect(verdictText(comparison("forest", "logistic", "cannot be compared", null))).toBe(
      "cannot be compared"
    );
  });
});

describe("the spread over folds", () => {
  it("is mean and standard deviation with n - 1, unknown where a fold has no figure", () => {
    expect(spread([1, 3])).toEqual({mean: 2, deviation: Math.SQRT2});
    expect(spread([0.5])).toEqual({mean: 0.5, deviation: null});
    expect(spread([1, null])).toEqual({mean: null, deviation: null});
    expect(spread([])).toEqual({mean: null, deviation: null});
  });
});
