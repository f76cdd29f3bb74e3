// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {confusion} from "../../lib/metrics/confusion.js";
import {profitCurve} from "../../src/components/charts/profitCurve.js";
import {valueGain} from "../../src/components/charts/valueGain.js";
import {confusionTable} from "../../src/components/models/confusionTable.js";
import {drawn} from "../support/drawn.js";

const points = Array.from({length: 21}, (_, i) => ({
  flagged: 10 * i,
  share: i / 20,
  value: Math.sqrt(i / 20),
  rows: (i / 20) ** 0.8
}));
const profits = points.map(({flagged, share}) => ({
  ...{flagged, share, threshold: 1 - share},
  ...{profit: 100 * flagged - flagged ** 2, low: -2 * flagged, high: 100 * flagged}
}));
const names = {positive: "leaves", negative: "stays", rows: "customers"};
const money = {truePositives: 140_000, falsePositives: -700, trueNegatives: 0, falseNegatives: 0};

const pictures: Record<string, () => Element> = {
  "valueGain.svg": () => valueGain(points, {width: 640}),
  "valueGain-phone.svg": () => valueGain(points, {width: 350}),
  "profitCurve-capacity.svg": () => profitCurve(profits, {width: 640, by: "rows", capacity: 120}),
  "confusionTable-money.html": () =>
    confusionTable(confusion([1, 1, 0, 0], [0.9, 0.2, 0.8, 0.1], 0.5), names, money)
};

describe("every picture of a campaign's value draws what its snapshot shows, without a warning", () => {
  it.each(Object.entries(pictures))("%s", async (name, draw) => {
    await expect(drawn(draw)).toMatchFileSnapshot(`snapshots/${name}`);
  });
});

describe("degenerate values draw something that is true", () => {
  it("nothing at stake", () => {
    expect(() => drawn(() => valueGain([], {width: 640}))).not.toThrow();
  });
  it("a capacity on the curve of thresholds, where it has no place", () => {
    const shown = drawn(() => profitCurve(profits, {width: 640, by: "threshold", capacity: 120}));
    expect(shown).not.toContain("capacity");
  });
});

describe("the confusion table with money", () => {
  it("says in each field what its rows are worth", () => {
    const table = confusionTable(confusion([1, 0], [0.9, 0.8], 0.5), names, money);
    const said = [...table.querySelectorAll(".field-money")].map((d) => d.textContent?.replace(/\s/g, " "));
    expect(said).toEqual(["R$ 1,400.00", "R$ 0.00", "−R$ 7.00", "R$ 0.00"]);
  });
});
