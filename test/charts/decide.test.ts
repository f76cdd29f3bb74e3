// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {confusion} from "../../lib/metrics/confusion.js";
import {profitCurve} from "../../src/components/charts/profitCurve.js";
import {confusionTable} from "../../src/components/models/confusionTable.js";
import {drawn} from "../support/drawn.js";

const wide = {width: 640};
const points = Array.from({length: 41}, (_, i) => {
  const profit = Math.round(9000 * i - 320 * i * i);
  return {
    flagged: 50 * i,
    share: i / 40,
    threshold: i ? 1 - i / 41 : null,
    ...{profit, low: profit - 800 * i, high: profit + 900 * i}
  };
});
const [best, chosen] = [points[14], points[30]];
const names = {positive: "does not return", negative: "returns", rows: "customers"};
const labels = Array.from({length: 1000}, (_, row) => Number(row % 10 < 3));
const scores = labels.map((label, row) => (0.5 * (label + 1) * ((row * 7) % 11)) / 11);

const pictures: Record<string, () => Element> = {
  "profitCurve.svg": () => profitCurve(points, {...wide, by: "rows", best, chosen}),
  "profitCurve-threshold.svg": () => profitCurve(points, {...wide, by: "threshold", best, chosen}),
  "profitCurve-phone.svg": () => profitCurve(points, {width: 350, by: "rows", best}),
  "confusionTable.html": () => confusionTable(confusion(labels, scores, 0.4), names)
};

describe("every picture of deciding draws what its snapshot shows, without a warning", () => {
  it.each(Object.entries(pictures))("%s", async (name, draw) => {
    await expect(drawn(draw)).toMatchFileSnapshot(`snapshots/${name}`);
  });
});

const nobody = {flagged: 0, share: 0, threshold: null, profit: 0, low: 0, high: 0};

describe("degenerate rows draw something that is true", () => {
  it.each<[string, () => Element]>([
    ["profitCurve of nothing", () => profitCurve([], {...wide, by: "rows"})],
    [
      "profitCurve of nobody",
      () => profitCurve([nobody], {...wide, by: "rows", best: nobody, chosen: nobody})
    ],
    ["profitCurve of no threshold", () => profitCurve([nobody], {...wide, by: "threshold", best: nobody})],
    ["confusionTable of nothing", () => confusionTable(confusion([], [], 0.5), names)],
    ["confusionTable of one class", () => confusionTable(confusion([1, 1], [0, 1], 0.5), names)]
  ])("%s", (_, draw) => {
    expect(() => drawn(draw)).not.toThrow();
  });
});

describe("the confusion table", () => {
  it("counts each field once, with its share and heading", () => {
    const counts = confusion(labels, scores, 0.4);
    const table = confusionTable(counts, names);
    const fields = [...table.querySelectorAll("tbody strong")].map((d) => Number(d.textContent));
    expect(fields).toEqual([
      counts.truePositives,
      counts.falseNegatives,
      counts.falsePositives,
      counts.trueNegatives
    ]);
    expect(fields.reduce((sum, d) => sum + d)).toBe(1000);
    expect(
      [...table.querySelectorAll("thead th, tbody th, tfoot th")].every((d) => d.getAttribute("scope"))
    ).toBe(true);
    const [recall, , precision] = [...table.querySelectorAll("td:last-child small, tfoot small")].map((d) =>
      Number(d.textContent.replace(",", ".").split(/\s/)[0])
    );
    expect(recall).toBeCloseTo(100 * counts.recall!, 1);
    expect(precision).toBeCloseTo(100 * counts.precision!, 1);
  });
});
