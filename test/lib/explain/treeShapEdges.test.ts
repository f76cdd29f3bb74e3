import {beforeAll, describe, expect, it} from "vitest";
import {leafGames} from "../../../lib/explain/leafGame.js";
import {deepestTable} from "../../../lib/explain/shapTables.js";
import {treeShap} from "../../../lib/explain/treeShap.js";
import {treeShapRecursive} from "./treeShapRecursive.js";
import {finish} from "../../../lib/learn/finish.js";
import {margins} from "../../../lib/learn/trees/predict.js";
import {kernels} from "../../support/kernels.js";
import {
  apart,
  feverAndCough,
  largest,
  modelOf,
  randomColumns,
  randomModel,
  rowsOf,
  sumOf,
  ward
} from "./support.js";

let module: WebAssembly.Module;
beforeAll(async () => {
  module = await kernels();
});

describe("SHAP values at the edges", () => {
  it("are the base alone for a tree that is one leaf, and for no tree", () => {
    const leafAlone = modelOf([{value: 3, cover: 5}], 2, {base: 1});
    const {base, contributions} = finish(treeShap(leafAlone, ward, {module}));
    expect(base).toBe(4);
    expect(
      contributions.every((column) => column.length === 1035 && column.every((value) => value === 0))
    ).toBe(true);
    expect(finish(treeShap(modelOf([], 2, {base: 1}), ward, {module})).base).toBe(1);
  });

  it("are empty columns for no rows, and none for a model without columns", () => {
    const none = finish(treeShap(feverAndCough, [new Float32Array(0), new Float32Array(0)], {module}));
    expect(none).toEqual({base: 20, contributions: [new Float64Array(0), new Float64Array(0)]});
    expect(finish(treeShap(modelOf([], 0), []))).toEqual({base: 0, contributions: []});
  });

  it("are nothing for a constant column that all rows answer alike, and finite where no training row went", () => {
    const nobody = modelOf(
      [
        {
          feature: 0,
          below: 5,
          missingLeft: false,
          left: {value: 1, cover: 9},
          right: {
            feature: 1,
            below: 0.5,
            missingLeft: true,
            left: {value: 2, cover: 0},
            right: {value: 4, cover: 0}
          }
        }
      ],
      2
    );
    expect([...treeShapRecursive(nobody, [0, 0])]).toEqual([0, 0]);
    expect(apart(treeShapRecursive(nobody, [7, 0]), [1.5, -0.5])).toBeLessThan(1e-12);
    const {contributions} = finish(
      treeShap(nobody, [new Float32Array(20).fill(7), new Float32Array(20)], {module})
    );
    expect(
      apart(
        contributions.map((column) => column[19]),
        [1.5, -0.5]
      )
    ).toBeLessThan(1e-12);
  });

  it("add up to the score where a tree is deeper than tables serve", () => {
    const model = randomModel(11, {width: 14, depth: 13, count: 1});
    const longest = Math.max(...leafGames(model.trees, 0).map(({path}) => path.length));
    expect(longest).toBeGreaterThan(deepestTable);
    const columns = randomColumns(11, 12, 14);
    const values = finish(treeShap(model, columns, {module}));
    const scores = margins(model, columns);
    expect(largest(rowsOf(columns).map((row) => sumOf(values, row) - scores[row]))).toBeLessThan(1e-9);
  });

  it("report progress that never falls and ends below or at the whole", () => {
    const shares = [
      ...treeShap(randomModel(5, {width: 4, depth: 4, count: 3}), randomColumns(5, 2000, 4))
    ].map(({share}) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});
