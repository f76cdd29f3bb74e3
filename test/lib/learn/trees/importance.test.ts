import {describe, expect, it} from "vitest";
import {emptyTrees, joinTrees} from "../../../../lib/learn/trees/builder.js";
import type {TreeModel, Trees} from "../../../../lib/learn/trees/ensemble.js";
import {halfway} from "../../../../lib/learn/trees/halfway.js";
import {gainShares, importances} from "../../../../lib/learn/trees/importance.js";

/** One split of a column. */
function stump(column: number, gain: number, cover: number, threshold = 0): Trees {
  const trees = emptyTrees(3, 1);
  trees.offsets[1] = 3;
  trees.feature.set([column, -1, -1]);
  trees.threshold[0] = threshold;
  trees.left.set([1, -1, -1]);
  trees.right.set([2, -1, -1]);
  trees.gain[0] = gain;
  trees.cover.set([cover, cover / 2, cover / 2]);
  return trees;
}

const leaf = emptyTrees(1, 1);
leaf.feature[0] = -1;
leaf.offsets[1] = 1;

const modelOf = (parts: Trees[], link: TreeModel["link"] = "logit"): TreeModel => ({
  kind: "trees",
  base: 0,
  link,
  features: ["a", "b", "c"],
  trees: joinTrees(parts)
});
const parts = [stump(0, 6, 10), stump(2, 1, 4), stump(0, 2, 6), leaf];

describe("importances", () => {
  it("count splits, and sum or average their gain and cover", () => {
    const model = modelOf(parts);
    expect([...importances(model, "weight")]).toEqual([2, 0, 1]);
    expect([...importances(model, "totalGain")]).toEqual([8, 0, 1]);
    expect([...importances(model, "gain")]).toEqual([4, 0, 1]);
    expect([...importances(model, "totalCover")]).toEqual([16, 0, 4]);
    expect([...importances(model, "cover")]).toEqual([8, 0, 4]);
  });

  it("as shares weigh boosted trees by their gain and a forest's trees alike, leaving out those without a split", () => {
    expect([...gainShares(modelOf(parts))]).toEqual([8 / 9, 0, 1 / 9]);
    expect([...gainShares(modelOf(parts, "mean"))]).toEqual([2 / 3, 0, 1 / 3]);
    expect([...gainShares(modelOf([leaf]))]).toEqual([0, 0, 0]);
  });
});

describe("thresholds halfway", () => {
  it("lie between the values that they part, above the lower one even in float32", () => {
    const moved = (threshold: number, values: number[], rows?: Uint32Array) =>
      halfway(stump(0, 1, 1, threshold), [Float32Array.from(values)], rows).threshold[0];
    expect(moved(3, [1, 2, 5, 9, NaN])).toBe(3.5);
    expect(moved(3, [1, 2, 5, 9], Uint32Array.of(0, 3))).toBe(5);
    const [low, high] = [1, Math.fround(1 + 2 ** -23)];
    expect(moved(high, [low, high])).toBe(high);
    expect(moved(3, [1, 2])).toBe(3);
    expect(moved(3, [])).toBe(3);
  });
});
