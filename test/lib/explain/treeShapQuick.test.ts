import fc from "fast-check";
import {expect, it} from "vitest";
import {expectedScore} from "../../../lib/explain/expectedScore.js";
import {treeShapQuick} from "../../../lib/explain/treeShapQuick.js";
import {treeShapRecursive} from "./treeShapRecursive.js";
import {margins} from "../../../lib/learn/trees/predict.js";
import {missingCase} from "./missingCase.js";
import {apart, coughFirst, feverAndCough, modelOf, randomColumns, randomModel, rowOf} from "./support.js";

it("gives the contributions that Lundberg's paper works out", () => {
  expect(apart(treeShapQuick(feverAndCough, [1, 1]), [30, 30])).toBeLessThan(1e-12);
  expect(apart(treeShapQuick(coughFirst, [1, 1]), [30, 35])).toBeLessThan(1e-12);
});

it("agrees with XGBoost's contributions where values are missing", () => {
  const {model, rows, contributions} = missingCase;
  rows.forEach((row, i) => {
    expect(apart([...treeShapQuick(model, row), expectedScore(model)], contributions[i])).toBeLessThan(1e-6);
  });
});

it("gives what the recursion gives on random trees with repeated features and leaves without cover", () => {
  const cases = fc.record({
    seed: fc.nat(),
    depth: fc.integer({min: 0, max: 9}),
    count: fc.integer({min: 0, max: 4}),
    width: fc.integer({min: 1, max: 9})
  });
  fc.assert(
    fc.property(cases, ({seed, ...shape}) => {
      const model = randomModel(seed, shape);
      const columns = randomColumns(seed, 6, shape.width);
      const scores = margins(model, columns);
      for (let row = 0; row < 6; row++) {
        const values = rowOf(columns, row);
        const ours = treeShapQuick(model, values);
        expect(apart(ours, treeShapRecursive(model, values))).toBeLessThan(1e-9);
        expect(ours.reduce((sum, value) => sum + value, expectedScore(model))).toBeCloseTo(scores[row], 9);
      }
    }),
    {numRuns: 100}
  );
});

it("is exact for trees deeper than tables serve", () => {
  const model = randomModel(11, {width: 14, depth: 13, count: 1});
  const row = rowOf(randomColumns(11, 1, 14), 0);
  expect(apart(treeShapQuick(model, row), treeShapRecursive(model, row))).toBeLessThan(1e-12);
});

it("is nothing for a lone leaf, for no tree and for no column", () => {
  expect([...treeShapQuick(modelOf([{value: 3, cover: 5}], 2), [1, NaN])]).toEqual([0, 0]);
  expect([...treeShapQuick(modelOf([], 1), [1])]).toEqual([0]);
  expect([...treeShapQuick(modelOf([], 0), [])]).toEqual([]);
});
