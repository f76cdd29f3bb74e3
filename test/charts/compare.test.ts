// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {liftGain} from "../../src/components/charts/liftGain.js";
import {metricForest} from "../../src/components/charts/metricForest.js";
import {prCurve} from "../../src/components/charts/prCurve.js";
import {validationCurve} from "../../src/components/charts/validationCurve.js";
import {formatNumber} from "../../lib/format.js";
import {drawn} from "../support/drawn.js";

const wide = {width: 640};
const phone = {width: 350};
const format = (value: number) => formatNumber(value, 3);

const models = [
  {model: "Logistic regression", family: "logistic"},
  {model: "XGBoost", family: "xgboost"}
];
const steps = [0.1, 0.2, 0.4, 0.6, 0.8, 1];
const precisions = models.flatMap((model, m) =>
  steps.map((recall) => ({...model, recall, precision: 0.12 + (0.3 + 0.1 * m) * (1 - recall)}))
);
const gains = models.flatMap((model, m) =>
  [0, ...steps].map((share) => {
    const gain = share ** (0.6 - 0.1 * m);
    return {...model, share, gain, lift: share ? gain / share : null};
  })
);
const metrics = [
  {model: "Logistic regression", family: "logistic", value: 0.61, low: 0.58, high: 0.64},
  {model: "Random forest", family: "forest", value: 0.655, low: 0.63, high: 0.68},
  {model: "XGBoost", family: "xgboost", value: 0.662, low: 0.64, high: 0.69}
];
const rounds = Array.from({length: 31}, (_, i) => ({
  round: 10 * i,
  train: 0.2 + 0.49 * Math.exp(-i / 8),
  validation: 0.25 + 0.44 * Math.exp(-i / 6) + 0.002 * i
}));

const charts: Record<string, () => Element> = {
  prCurve: () => prCurve(precisions, {...wide, base: 0.12}),
  "prCurve-phone": () => prCurve(precisions, {...phone, base: 0.12}),
  "liftGain-gain": () => liftGain(gains, {...wide, show: "gain"}),
  "liftGain-lift": () => liftGain(gains, {...wide, show: "lift"}),
  metricForest: () => metricForest(metrics, {...wide, label: "ROC-AUC", baseline: 0.5, format}),
  "metricForest-phone": () => metricForest(metrics, {...phone, label: "ROC-AUC", baseline: 0.5, format}),
  validationCurve: () => validationCurve(rounds, {...wide, family: "xgboost", best: 180})
};

describe("every chart that compares models draws what its snapshot shows, without a warning", () => {
  it.each(Object.entries(charts))("%s", async (name, draw) => {
    await expect(drawn(draw)).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });

  it("each model in the colour of its family", () => {
    const colours = new Set(drawn(charts.prCurve).match(/var\(--color-(indigo|plum)\)/g));
    expect(colours.size).toBe(2);
  });
});

const none = {model: "Random forest", family: "forest"};
const degenerate: Record<string, () => Element> = {
  "prCurve of nothing": () => prCurve([], {...wide, base: null}),
  "prCurve of no positives": () => prCurve([{...none, recall: NaN, precision: null}], {...wide, base: 0}),
  "prCurve of one in a hundred": () =>
    prCurve([{...none, recall: 1, precision: 0.01}], {...wide, base: 0.01}),
  "liftGain of nothing": () => liftGain([], {...wide, show: "lift"}),
  "liftGain of share 0": () => liftGain([{...none, share: 0, gain: 0, lift: null}], {...wide, show: "lift"}),
  "metricForest of nothing": () => metricForest([], {...wide, label: "AUC", baseline: null, format}),
  "metricForest of what cannot be told": () =>
    metricForest([{...none, value: null, low: null, high: null}], {
      ...wide,
      label: "AUC",
      baseline: null,
      format
    }),
  "metricForest without intervals": () =>
    metricForest([{...none, value: 1, low: null, high: null}], {...wide, label: "AUC", baseline: 1, format}),
  "metricForest of zeros": () =>
    metricForest([{...none, value: 0, low: 0, high: 0}], {...phone, label: "F1", baseline: 0, format}),
  "validationCurve of nothing": () => validationCurve([], {...wide, family: "boosting", best: null}),
  "validationCurve without held-out rows": () =>
    validationCurve([{round: 1, train: 0.6, validation: null}], {...wide, family: "boosting", best: 1}),
  "validationCurve that left the numbers": () =>
    validationCurve([{round: 1, train: NaN, validation: NaN}], {...wide, family: "boosting", best: 1})
};

describe("degenerate rows draw something that is true", () => {
  it.each(Object.entries(degenerate))("%s", (_, draw) => {
    expect(() => drawn(draw)).not.toThrow();
  });
});
