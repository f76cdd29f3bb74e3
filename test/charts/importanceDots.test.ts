// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {waterfall as stepsOf} from "../../lib/explain/waterfall.js";
import {importanceDots} from "../../src/components/charts/importanceDots.js";
import {waterfall} from "../../src/components/charts/waterfall.js";
import {drawn} from "../support/drawn.js";

const rows = [
  {label: "avg_review_score", mean: 0.021, low: 0.012, high: 0.03},
  {label: "frequency", mean: 0.004, low: -0.002, high: 0.01},
  {label: "n_sellers", mean: 0, low: 0, high: 0}
];
const options = {axis: "Fall of ROC-AUC", format: (value: number) => value.toFixed(3)};

describe("what a model loses without a feature", () => {
  it.each([
    ["importanceDots", 640],
    ["importanceDots-phone", 350]
  ])("draws what its snapshot shows, without a warning: %s", async (name, width) => {
    await expect(drawn(() => importanceDots(rows, {...options, width}))).toMatchFileSnapshot(
      `snapshots/${name}.svg`
    );
  });

  it("draws nothing of nothing, and leaves out what is no number", () => {
    const dots = (some: typeof rows) =>
      drawn(() => importanceDots(some, {...options, width: 640})).match(/<circle/g)?.length ?? 0;
    expect(dots([])).toBe(0);
    expect(dots(rows)).toBe(3);
    expect(dots([...rows, {label: "x", mean: NaN, low: NaN, high: NaN}])).toBe(3);
  });
});

describe("two waterfalls that reach to the same scores", () => {
  const reach = [-2, 3];
  const base = (contribution: number) => {
    const fall = stepsOf(0.5, [{feature: "frequency", contribution}]);
    const picture = waterfall(fall, {width: 640, ends: ["Base", "Score"], reach});
    return picture.querySelector("[aria-label=rule] line")?.getAttribute("x1");
  };

  it("have their bases at the same place", () => {
    expect(base(1)).toBeTruthy();
    expect(base(1)).toBe(base(-0.25));
  });
});
