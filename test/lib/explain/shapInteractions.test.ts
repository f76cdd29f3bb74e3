import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {pairInteraction, shapInteractions} from "../../../lib/explain/shapInteractions.js";
import {treeShapRecursive} from "./treeShapRecursive.js";
import {finish} from "../../../lib/learn/finish.js";
import {columns as tumours} from "../learn/trees/tumours.js";
import {knownScore, shapleyValues} from "./games.js";
import {apart, feverAndCough, modelOf, randomColumns, randomModel, rowOf} from "./support.js";
import {missingCase} from "./missingCase.js";
import {explained, tumourModel} from "./tumourModel.js";

describe("SHAP interaction values", () => {
  it("of fever and cough are 10 on either side and leave 20 for each alone", () => {
    expect(apart(shapInteractions(feverAndCough, [1, 1]), [20, 10, 10, 20])).toBeLessThan(1e-9);
    const pair = finish(pairInteraction(feverAndCough, [Float32Array.of(1), Float32Array.of(1)], [0, 1]));
    expect(apart(pair, [10])).toBeLessThan(1e-9);
  });

  it("of a tumour are XGBoost's to 1e-5, the base apart", () => {
    const matrix = shapInteractions(tumourModel(), rowOf(tumours, 0));
    const expected = new Float64Array(900);
    for (const [i, j, value] of explained.interactions_row0_nonzero)
      if (i < 30 && j < 30) expected[30 * i + j] = value;
    expect(expected.filter((value) => value !== 0).length).toBeGreaterThan(100);
    expect(apart(matrix, expected)).toBeLessThan(1e-5);
  });

  it("are XGBoost's where values are missing", () => {
    const {model, rows, interactions} = missingCase;
    expect(apart(shapInteractions(model, rows[0]), interactions.flat())).toBeLessThan(1e-6);
  });

  it("are half the difference that knowing one column makes to the other's Shapley value, on random trees", () => {
    const cases = fc.record({
      seed: fc.nat(),
      depth: fc.integer({min: 0, max: 5}),
      count: fc.integer({min: 1, max: 3}),
      width: fc.integer({min: 2, max: 5})
    });
    fc.assert(
      fc.property(cases, ({seed, ...shape}) => {
        const {width} = shape;
        const model = randomModel(seed, shape);
        const columns = randomColumns(seed, 1, width);
        const row = rowOf(columns, 0);
        const matrix = shapInteractions(model, row);
        for (let i = 0; i < width; i++)
          for (let j = 0; j < width; j++) {
            if (i === j) continue;
            // Players without j: those below it keep their bit, those above move down by one.
            const without = (bits: number) => (bits & ((1 << j) - 1)) | ((bits >> j) << (j + 1));
            const given = (known: number) =>
              shapleyValues(width - 1, (bits) => knownScore(model, row, without(bits) | known))[
                i > j ? i - 1 : i
              ];
            expect(Math.abs(matrix[i * width + j] - (given(1 << j) - given(0)) / 2)).toBeLessThan(1e-9);
            expect(
              apart(finish(pairInteraction(model, columns, [i, j])), [matrix[i * width + j]])
            ).toBeLessThan(1e-9);
          }
        const sums = Array.from({length: width}, (_, i) =>
          matrix.subarray(i * width, (i + 1) * width).reduce((sum, value) => sum + value, 0)
        );
        expect(apart(treeShapRecursive(model, row), sums)).toBeLessThan(1e-9);
      }),
      {numRuns: 40}
    );
  });

  it("are zero for a tree that is one leaf, and none for no rows", () => {
    expect([...shapInteractions(modelOf([{value: 3, cover: 1}], 2), [1, 1])]).toEqual([0, 0, 0, 0]);
    const nobody = [new Float32Array(0), new Float32Array(0)];
    expect(finish(pairInteraction(feverAndCough, nobody, [0, 1]))).toEqual(new Float64Array(0));
  });
});
