import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {emptyTrees, firstTrees, joinTrees, treeCount} from "../../../../lib/learn/trees/builder.js";
import type {TreeModel, Trees} from "../../../../lib/learn/trees/ensemble.js";
import {leafOf, linked, margins, probabilities, scoreRow} from "../../../../lib/learn/trees/predict.js";

/** "a < 1.5" (missing goes `defaultLeft`) at the root, then "b < 0" on the right. */
function twoSplits(defaultLeft: 0 | 1): Trees {
  const trees = emptyTrees(5, 1);
  trees.offsets[1] = 5;
  trees.feature.set([0, -1, 1, -1, -1]);
  trees.threshold.set([1.5, 0, 0, 0, 0]);
  trees.defaultLeft.set([defaultLeft, 0, 0, 0, 0]);
  trees.left.set([1, -1, 3, -1, -1]);
  trees.right.set([2, -1, 4, -1, -1]);
  trees.value.set([0, -1, 0, 0.25, 2]);
  return trees;
}

const modelOf = (trees: Trees, link: TreeModel["link"] = "logit"): TreeModel => ({
  kind: "trees",
  base: 0.5,
  link,
  features: ["a", "b"],
  trees
});

const a = Float32Array.of(1, 1.5, 2, NaN, NaN);
const b = Float32Array.of(9, -1, 0, -1, NaN);

describe("scores of a tree model", () => {
  it("go left below the threshold, right at it, and the default way where the value is missing", () => {
    expect([...margins(modelOf(twoSplits(1)), [a, b])]).toEqual([-0.5, 0.75, 2.5, -0.5, -0.5]);
    expect([...margins(modelOf(twoSplits(0)), [a, b])]).toEqual([-0.5, 0.75, 2.5, 0.75, 2.5]);
  });

  it("become probabilities by the model's link", () => {
    expect(probabilities(modelOf(twoSplits(1)), [a, b])[0]).toBeCloseTo(0.3775406687981454, 15);
    expect(linked({link: "logit"}, 0)).toBe(0.5);
    expect([...probabilities(modelOf(twoSplits(1), "mean"), [a, b])]).toEqual([0, 0.75, 1, 0, 0]);
  });

  it("see a single row's numbers in float32, as columns hold them", () => {
    const trees = twoSplits(1);
    trees.threshold[0] = Math.fround(0.1);
    const below = 0.1 - 1e-10;
    expect(scoreRow(modelOf(trees), [below, -1])).toBe(0.75);
    expect(margins(modelOf(trees), [Float32Array.of(below), Float32Array.of(-1)])[0]).toBe(0.75);
    expect(scoreRow(modelOf(twoSplits(1)), [1])).toBe(-0.5);
    expect(leafOf(trees, 0, () => 5)).toBe(4);
  });

  it("are the base without trees, and none without rows", () => {
    expect([...margins(modelOf(emptyTrees(0, 0)), [a, b])]).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
    expect(margins(modelOf(twoSplits(1)), [new Float32Array(0), new Float32Array(0)])).toHaveLength(0);
  });

  it("of joined parts are sums of the parts' scores, and cutting the join gives the parts back", () => {
    const value = fc.float({noDefaultInfinity: true});
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), {minLength: 1, maxLength: 1500}), (rows) => {
        const columns = [0, 1].map((j) => Float32Array.from(rows, (row) => row[j]));
        const parts = [twoSplits(1), twoSplits(0), twoSplits(1)];
        const joined = joinTrees(parts);
        expect(treeCount(joined)).toBe(3);
        expect(firstTrees(joined, 1)).toEqual(parts[0]);
        const whole = margins(modelOf(joined), columns);
        const separate = parts.map((part) => margins({...modelOf(part), base: 0}, columns));
        rows.forEach((row, i) => {
          expect(whole[i]).toBe(0.5 + separate[0][i] + separate[1][i] + separate[2][i]);
          expect(scoreRow(modelOf(joined), row)).toBe(whole[i]);
        });
      }),
      {numRuns: 20}
    );
  });
});
