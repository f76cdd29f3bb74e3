// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {calibrationPlot} from "../../src/components/charts/calibrationPlot.js";
import {rocCurves} from "../../src/components/charts/rocCurves.js";
import {drawn} from "../support/drawn.js";

const wide = {width: 640};
const phone = {width: 350};
const words = {flagged: "Others flagged", found: "Found"};
const models = [
  {model: "Logistic regression", family: "logistic"},
  {model: "XGBoost-style boosting", family: "xgboost"}
];
const roc = models.flatMap((model, m) =>
  [0, 0.1, 0.3, 0.6, 1].map((rate) => ({
    ...model,
    falsePositiveRate: rate,
    truePositiveRate: rate ** (0.7 - 0.2 * m)
  }))
);
const reliability = models.flatMap((model, m) =>
  [0.004, 0.01, 0.02].map((predicted) => ({
    ...model,
    ...{predicted, observed: (0.8 + 0.3 * m) * predicted, rows: 1900}
  }))
);
const did = {predicted: "Predicted probability", observed: "Observed share", did: "came", rows: "customers"};

const charts: Record<string, () => Element> = {
  rocCurves: () => rocCurves(roc, {...wide, ...words}),
  "rocCurves-phone": () => rocCurves(roc, {...phone, ...words}),
  "calibrationPlot-models": () => calibrationPlot(reliability, {...wide, words: did})
};

describe("every chart of several models draws what its snapshot shows, without a warning", () => {
  it.each(Object.entries(charts))("%s", async (name, draw) => {
    await expect(drawn(draw)).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });

  it("each model in the colour of its family, with its name", () => {
    const markup = drawn(charts["calibrationPlot-models"]);
    expect(new Set(markup.match(/var\(--color-(indigo|plum)\)/g)).size).toBe(2);
    for (const {model} of models) expect(markup).toContain(model);
    expect(markup).not.toMatch(/came late|orders/);
  });

  it("nothing of nothing", () => {
    expect(() => drawn(() => rocCurves([], {...wide, ...words}))).not.toThrow();
  });
});
