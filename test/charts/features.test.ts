// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {featureHistogram} from "../../src/components/charts/featureHistogram.js";
import {labelByGroup} from "../../src/components/charts/labelByGroup.js";
import {quantileStrip} from "../../src/components/models/features/strip.js";
import {formatCount} from "../../lib/format.js";
import {drawn} from "../support/drawn.js";

const wide = {width: 640};
const phone = {width: 350};
const axis = {label: "recency_days, days", format: formatCount, median: 42};
const bins = [0.3, 0.4, 0.2, 0.1].map((share, i) => ({
  from: 20 * i,
  to: 20 * (i + 1),
  people: 1000 * share,
  share,
  density: share / 20
}));
const groups = [0.981, 0.985, 0.992].map((share, i) => ({
  group: `${20 * i} to ${20 * i + 19}`,
  people: 5000,
  churned: 5000 * share,
  share,
  low: share - 0.003,
  high: share + 0.002
}));
const counts = [0, 0.4, 1].map((share, i) => ({group: `${i}`, people: 10, churned: 10 * share, share}));

const charts: Record<string, () => Element> = {
  featureHistogram: () => featureHistogram(bins, {...wide, ...axis, by: "width"}),
  "featureHistogram-people-phone": () => featureHistogram(bins, {...phone, ...axis, by: "people"}),
  labelByGroup: () => labelByGroup(groups, {...wide, all: 0.986}),
  "labelByGroup-counts-phone": () => labelByGroup(counts, {...phone, all: 0.4}),
  quantileStrip: () => quantileStrip([0, 1, 2, 3, 5, 9, 20])
};

describe("every chart draws what its snapshot shows, without a warning", () => {
  it.each(Object.entries(charts))("%s", async (name, draw) => {
    await expect(drawn(draw)).toMatchFileSnapshot(`snapshots/${name}.svg`);
  });
});

const degenerate: Record<string, () => Element> = {
  "featureHistogram of nothing": () => featureHistogram([], {...wide, ...axis, by: "width"}),
  "featureHistogram of one bin": () => featureHistogram(bins.slice(0, 1), {...wide, ...axis, by: "people"}),
  "labelByGroup of one group": () => labelByGroup(counts.slice(0, 1), {...wide, all: 0}),
  "labelByGroup of certainties": () =>
    labelByGroup([{group: "all", people: 3, churned: 3, share: 1}], {...phone, all: 1}),
  "quantileStrip of one value": () => quantileStrip([1, 1, 1, 1, 1, 1, 1]),
  "quantileStrip of nothing known": () => quantileStrip([])
};

describe("degenerate rows draw something that is true", () => {
  it.each(Object.entries(degenerate))("%s", (_, draw) => {
    expect(() => drawn(draw)).not.toThrow();
  });
});
