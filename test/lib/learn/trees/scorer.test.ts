import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {briefSpecs} from "../../../../lib/learn/families.js";
import {finish} from "../../../../lib/learn/finish.js";
import {joinTrees} from "../../../../lib/learn/trees/builder.js";
import type {TreeModel} from "../../../../lib/learn/trees/ensemble.js";
import {forest} from "../../../../lib/learn/trees/forest.js";
import {margins, probabilities} from "../../../../lib/learn/trees/predict.js";
import {scorer} from "../../../../lib/learn/trees/scorer.js";
import {xgboost} from "../../../../lib/learn/trees/xgboost.js";
import {kernels} from "../../../support/kernels.js";
import {madeUp, madeUpFit, valueOf} from "./support.js";

let module: WebAssembly.Module;
beforeAll(async () => {
  module = await kernels();
});

const boosted = (maxDepth: number) =>
  valueOf(
    finish(
      xgboost(madeUpFit(600), {
        ...briefSpecs.xgboost,
        rounds: 12,
        maxDepth,
        alpha: 0,
        lambda: 0.1,
        minChildWeight: 0
      })
    )
  ).model;
const grown = valueOf(
  finish(forest(madeUpFit(400), {...briefSpecs.forest, trees: 10, minLeafRows: 3, maxFeatures: 0.5}))
).model;
const models: TreeModel[] = [boosted(1), boosted(3), boosted(8), grown];
const leaves = ({trees}: TreeModel) => trees.feature.filter((column) => column < 0).length;
models.push({...models[1], trees: joinTrees([models[1].trees, models[2].trees, models[0].trees])});

describe("a scorer with the compiled kernels", () => {
  it("gives the plain scores to the last bit, for small and large trees, one after the other too", () => {
    expect(leaves(models[2])).toBeGreaterThan(32 * 12);
    const values = fc.oneof(
      fc.constant(NaN),
      fc.double({min: -1, max: 6, noNaN: true}),
      fc.integer({min: 0, max: 4})
    );
    const row = fc.tuple(values, values, values, values);
    fc.assert(
      fc.property(fc.constantFrom(...models), fc.array(row, {maxLength: 40}), (model, rows) => {
        const columns = [0, 1, 2, 3].map((j) => Float32Array.from(rows, (cells) => cells[j]));
        const fast = scorer(model, module);
        expect(fast.margins(columns)).toEqual(margins(model, columns));
        expect(fast.probabilities(columns)).toEqual(probabilities(model, columns));
      }),
      {numRuns: 60}
    );
  });

  it("goes through many rows block by block, as the plain one does", () => {
    const {columns} = madeUp(1777, 9);
    for (const model of models) {
      expect(scorer(model, module).margins(columns)).toEqual(margins(model, columns));
      expect(scorer(model).margins(columns)).toEqual(margins(model, columns));
    }
  });

  it("scores a model without trees", () => {
    const model = {...models[0], trees: joinTrees([])};
    expect([...scorer(model, module).probabilities(madeUp(3).columns)]).toEqual([0.5, 0.5, 0.5]);
  });
});
