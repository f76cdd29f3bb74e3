// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {waterfall as stepsOf} from "../../lib/explain/waterfall.js";
import {randomSource} from "../../lib/random/source.js";
import {beeswarm} from "../../src/components/charts/beeswarm.js";
import {dependencePlot} from "../../src/components/charts/dependencePlot.js";
import {fifth, rankColor} from "../../src/components/charts/fifths.js";
import {shapBars} from "../../src/components/charts/shapBars.js";
import {waterfall} from "../../src/components/charts/waterfall.js";
import {drawn} from "../support/drawn.js";

const wide = {width: 640};
const phone = {width: 350};
const unit = "log-odds";

const bars = [
  {label: "Days since the last order", value: 0.8123},
  {label: "Favourite category", value: 0.21},
  {label: "Night orders", value: 0.0004}
];
const random = randomSource(1);
const points = ["recency_days", "region"].flatMap((feature, f) =>
  Array.from({length: 30}, (_, row) => {
    const rank = f === 1 || row % 10 === 0 ? null : row / 29;
    return {feature, row, shap: (row / 29 - 0.5 + 0.2 * random()) / (f + 1), value: rank && 300 * rank, rank};
  })
);
const dependent = Array.from({length: 30}, (_, row) => ({
  row,
  x: 10 * row,
  shap: Math.sin(row / 8),
  colour: row % 7 ? row : null,
  rank: row % 7 ? row / 29 : null
}));
const customer = stepsOf(
  -0.4,
  [
    {feature: "recency_days", contribution: 1.3},
    {feature: "avg_review_score", contribution: -0.62},
    {feature: "frequency", contribution: 0.2},
    {feature: "n_sellers", contribution: -0.05},
    {feature: "open_orders", contribution: 0.01}
  ],
  3
);
const ends = ["Mean of all customers", "This customer"] as const;
const label = (feature: string) => feature.replaceAll("_", " ");

const charts: Record<string, () => Element> = {
  shapBars: () => shapBars(bars, wide),
  "shapBars-phone": () => shapBars(bars, phone),
  beeswarm: () => beeswarm(points, {...wide, unit, label}),
  "beeswarm-phone": () => beeswarm(points, {...phone, unit, label}),
  dependencePlot: () =>
    dependencePlot(dependent, {...wide, unit, label: "Days since the last order", colour: "orders"}),
  "dependencePlot-phone": () =>
    dependencePlot(dependent, {...phone, unit, label: "Days since the last order"}),
  waterfall: () => waterfall(customer, {...wide, ends, label}),
  "waterfall-phone": () => waterfall(customer, {...phone, ends, label})
};

describe("every chart that explains draws what its snapshot shows, without a warning", () => {
  it.each(Object.entries(charts))("%s", async (name, draw) => {
    await expect(drawn(draw)).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });
});

const degenerate: Record<string, () => Element> = {
  "shapBars of nothing": () => shapBars([], wide),
  "shapBars of zeros": () => shapBars([{label: "x", value: 0}], wide),
  "beeswarm of nothing": () => beeswarm([], {...wide, unit}),
  "beeswarm of zeros": () =>
    beeswarm([{feature: "x", row: 0, shap: 0, value: 1, rank: 0.5}], {...wide, unit}),
  "beeswarm of no number": () =>
    beeswarm([{feature: "x", row: 0, shap: NaN, value: null, rank: null}], {...wide, unit}),
  "dependencePlot of nothing": () => dependencePlot([], {...wide, unit, label: "x"}),
  "dependencePlot of a constant": () =>
    dependencePlot([{row: 0, x: 3, shap: 0, colour: null, rank: null}], {...wide, unit, label: "x"}),
  "waterfall of nothing": () => waterfall(stepsOf(0, []), {...wide, ends})
};

describe("degenerate rows draw something that is true", () => {
  it.each(Object.entries(degenerate))("%s", (_, draw) => {
    expect(() => drawn(draw)).not.toThrow();
  });
});

describe("a waterfall's words", () => {
  const texts = () => [...charts.waterfall().querySelectorAll("text")].map((node) => node.textContent);

  it("name the steps, how many features are left, and the score as the site writes it", () => {
    expect(texts()).toEqual([
      "Mean of all customers",
      "recency days",
      "avg review score",
      "frequency",
      "2 other features",
      "This customer",
      ...["−0.40", "+1.30", "+0.20", "0.44"],
      ...["−0.62", "−0.04"]
    ]);
  });
});

it("ranks fall into fifths from pale to strong, and none is grey", () => {
  expect([0, 0.19, 0.2, 0.5, 0.99, 1].map(fifth)).toEqual([1, 1, 2, 3, 5, 5]);
  expect(rankColor(1)).toBe("var(--color-step-5)");
  expect(rankColor(null)).toBe("var(--color-other)");
});
