// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {calibrationPlot} from "../../src/components/charts/calibrationPlot.js";
import {coefficientBars} from "../../src/components/charts/coefficientBars.js";
import {lossCurve} from "../../src/components/charts/lossCurve.js";
import {ratePeriods} from "../../src/components/charts/ratePeriods.js";
import {rocPlot} from "../../src/components/charts/rocPlot.js";
import {drawn} from "../support/drawn.js";

const wide = {width: 640};
const phone = {width: 350};

const losses = [0, 10, 20, 50, 100].map((step) => ({step, loss: 0.245 + 0.45 * Math.exp(-step / 8)}));
const roc = [0, 0.1, 0.3, 0.6, 1].map((rate) => ({
  falsePositiveRate: rate,
  truePositiveRate: Math.sqrt(rate)
}));
const bins = [0.01, 0.04, 0.08, 0.2].map((predicted) => ({predicted, observed: 0.4 * predicted, rows: 1900}));
const coefficients = [
  {label: "Tightness of the promise", coefficient: 0.7},
  {label: "Seller in the same state", coefficient: -0.21},
  {label: "Payment: boleto", coefficient: 0.002},
  {label: "Volume, litres", coefficient: 0}
];
const months = [0.03, 0.04, 0.12, 0.21, 0.05, 0.02].map((rate, index) => ({
  month: new Date(Date.UTC(2018, index)),
  rows: 6000,
  rate
}));
const periods = [
  {name: "before", from: new Date("2018-01-01"), to: new Date("2018-05-01"), rate: 0.1},
  {name: "held out", from: new Date("2018-05-01"), to: new Date("2018-06-01"), rate: 0.035}
];

const charts: Record<string, () => Element> = {
  lossCurve: () => lossCurve(losses, {...wide, steps: 100, optimum: 0.245}),
  "lossCurve-running": () => lossCurve(losses.slice(0, 3), {...wide, steps: 100}),
  rocPlot: () => rocPlot(roc, {...wide, chosen: roc[1]}),
  "rocPlot-phone": () => rocPlot(roc, phone),
  calibrationPlot: () => calibrationPlot(bins, wide),
  coefficientBars: () => coefficientBars(coefficients, wide),
  "coefficientBars-phone": () => coefficientBars(coefficients, phone),
  ratePeriods: () => ratePeriods(months, {...wide, periods})
};

describe("every chart of the model draws what its snapshot shows, without a warning", () => {
  it.each(Object.entries(charts))("%s", async (name, draw) => {
    await expect(drawn(draw)).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });
});

const degenerate: Record<string, () => Element> = {
  "lossCurve of nothing": () => lossCurve([], {...wide, steps: 0}),
  "lossCurve that left the numbers": () =>
    lossCurve(
      [
        {step: 0, loss: 0.7},
        {step: 1, loss: NaN}
      ],
      {...wide, steps: 9}
    ),
  "rocPlot of one class": () => rocPlot([], wide),
  "calibrationPlot of nothing": () => calibrationPlot([], wide),
  "calibrationPlot of certain zeros": () => calibrationPlot([{predicted: 0, observed: 0, rows: 3}], wide),
  "coefficientBars of nothing": () => coefficientBars([], wide),
  "coefficientBars of zeros": () => coefficientBars([{label: "x", coefficient: 0}], wide),
  "ratePeriods of few orders": () =>
    ratePeriods([{month: new Date("2018-01-01"), rows: 1, rate: 1}], {...wide, periods}),
  "ratePeriods of nothing": () =>
    ratePeriods([], {...wide, periods: periods.map((d) => ({...d, rate: null}))})
};

describe("degenerate rows draw something that is true", () => {
  it.each(Object.entries(degenerate))("%s", (_, draw) => {
    expect(() => drawn(draw)).not.toThrow();
  });
});
