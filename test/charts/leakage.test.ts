// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {formatNumber} from "../../lib/format.js";
import {aloneBars} from "../../src/components/charts/aloneBars.js";
import {cutoffDots} from "../../src/components/charts/cutoffDots.js";
import {leakageDots} from "../../src/components/charts/leakageDots.js";
import {drawn} from "../support/drawn.js";

const wide = {width: 640};
const phone = {width: 320};
const groups = ["The rule, all 78", "The rule, 57 leak-free", "Looking ahead, all 78"];
const scores = groups.flatMap((group, g) =>
  [
    {model: "Logistic regression", family: "logistic"},
    {model: "XGBoost-style boosting", family: "xgboost"}
  ].map((model, m) => {
    const value = [0.999, 0.88, 0.58][g] + 0.01 * m * g;
    const half = 0.001 + 0.02 * g;
    return {...model, group, value, low: value - half, high: Math.min(1, value + half)};
  })
);
const alone = [
  {name: "recency_days", auc: 1, mark: "L"},
  {name: "days_since_first_purchase", auc: 0.993, mark: "P"},
  {name: "avg_promised_days", auc: 0.61, mark: ""},
  {name: "city_churn_rate", auc: 0.53, mark: "F"}
];
const cutoffs = ["2017-06-01", "2017-09-01", "2017-12-01", "2018-03-01"].map((day, i) => ({
  cutoff: new Date(`${day}T00:00:00Z`),
  value: 0.47 + 0.04 * i,
  low: 0.41 + 0.045 * i,
  high: 0.53 + 0.035 * i
}));
const asAuc = {
  label: "ROC-AUC",
  stroke: "var(--color-plum)",
  base: {value: 0.5, text: "guessing"},
  format: (value: number) => formatNumber(value, 2)
};
const asShare = {label: "Come back", stroke: "var(--color-accent)", format: asAuc.format};

const charts: Record<string, () => Element> = {
  leakageDots: () => leakageDots(scores, wide),
  "leakageDots-phone": () => leakageDots(scores, phone),
  aloneBars: () => aloneBars(alone, {...wide, alarm: 0.98}),
  "aloneBars-phone": () => aloneBars(alone, {...phone, alarm: 0.98}),
  "cutoffDots-auc": () => cutoffDots(cutoffs, {...wide, ...asAuc}),
  "cutoffDots-share": () => cutoffDots(cutoffs, {...phone, ...asShare})
};

describe("every chart of the leakage lab draws what its snapshot shows, without a warning", () => {
  it.each(Object.entries(charts))("%s", async (name, draw) => {
    await expect(drawn(draw)).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });

  it("colours what sets off the alarm otherwise than what does not", () => {
    const fills = [...drawn(charts.aloneBars).matchAll(/<path [^>]*fill="var\(--color-(\w+)\)"/g)];
    expect(fills.map(([, name]) => name)).toEqual(["bad", "bad", "accent", "accent"]);
  });

  it("names the models once, in the first group", () => {
    expect(drawn(charts.leakageDots).match(/Logistic regression/g)).toHaveLength(1);
  });
});

const untold = {value: null, low: null, high: null};
const degenerate: Record<string, () => Element> = {
  "leakageDots of nothing": () => leakageDots([], wide),
  "leakageDots of what cannot be told": () =>
    leakageDots([{group: "a", model: "b", family: "forest", ...untold}], wide),
  "leakageDots without an interval": () =>
    leakageDots([{group: "a", model: "b", family: "forest", value: 0.4, low: null, high: null}], wide),
  "aloneBars of nothing": () => aloneBars([], {...wide, alarm: 0.98}),
  "cutoffDots of nothing": () => cutoffDots([], {...wide, ...asAuc}),
  "cutoffDots of one": () => cutoffDots(cutoffs.slice(0, 1), {...wide, ...asShare}),
  "cutoffDots of what cannot be told": () =>
    cutoffDots([{cutoff: new Date(0), ...untold}], {...wide, ...asShare})
};

describe("charts of the leakage lab stand what is degenerate", () => {
  it.each(Object.entries(degenerate))("%s", (_, draw) => {
    expect(drawn(draw)).toContain("<svg");
  });
});
