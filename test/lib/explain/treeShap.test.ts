import fc from "fast-check";
import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {expectedScore} from "../../../lib/explain/expectedScore.js";
import {treeShap} from "../../../lib/explain/treeShap.js";
import {treeShapRecursive} from "./treeShapRecursive.js";
import {finish} from "../../../lib/learn/finish.js";
import {margins} from "../../../lib/learn/trees/predict.js";
import {kernels} from "../../support/kernels.js";
import {referenceDir} from "../../support/paths.js";
import {columns as tumours} from "../learn/trees/tumours.js";
import {knownScore, saabas, shapleyValues} from "./games.js";
import {
  apart,
  coughFirst,
  feverAndCough,
  largest,
  randomColumns,
  randomModel,
  rowOf,
  rowsOf,
  sumOf,
  ward
} from "./support.js";
import {missingCase} from "./missingCase.js";
import {explained, tumourModel} from "./tumourModel.js";

let module: WebAssembly.Module;
beforeAll(async () => {
  module = await kernels();
});

describe("SHAP values of Lundberg's patients", () => {
  it("credit fever and cough alike, whichever the tree asks first", () => {
    expect(apart(treeShapRecursive(feverAndCough, [1, 1]), [30, 30])).toBeLessThan(1e-9);
    expect(apart(treeShapRecursive(coughFirst, [1, 1]), [30, 35])).toBeLessThan(1e-9);
    expect(expectedScore(feverAndCough)).toBe(20);
    expect(expectedScore(coughFirst)).toBe(25);
    expect(saabas(feverAndCough, [1, 1])).toEqual([20, 40]);
    expect(saabas(coughFirst, [1, 1])).toEqual([40, 25]);
  });

  const file = `${referenceDir}/explain/shap_cases.json`;
  it("are those of the published cases for every patient, by every way", () => {
    type Row = {x: number[]; phi: number[]};
    const cases = JSON.parse(readFileSync(file, "utf8")) as {all_rows_A: Row[]; all_rows_B: Row[]};
    for (const [model, rows] of [
      [feverAndCough, cases.all_rows_A],
      [coughFirst, cases.all_rows_B]
    ] as const)
      for (const values of [finish(treeShap(model, ward)), finish(treeShap(model, ward, {module}))])
        for (let row = 0; row < ward[0].length; row++) {
          const {phi} = rows.find(({x}) => x[0] === ward[0][row] && x[1] === ward[1][row]) as Row;
          const ours = values.contributions.map((column) => column[row]);
          expect(apart(ours, phi)).toBeLessThan(1e-9);
        }
  });
});

it("Shapley values of the glove game are 1/6, 1/6 and 2/3", () => {
  const pair = (coalition: number) => Number((coalition & 3) > 0 && (coalition & 4) > 0);
  expect(apart(shapleyValues(3, pair), [1 / 6, 1 / 6, 2 / 3])).toBeLessThan(1e-12);
});

describe("SHAP values of ten boosted trees on 569 tumours, against XGBoost 1.7.4", () => {
  it("agree with its contributions to 1e-5 and with its mean absolute contributions", () => {
    const model = tumourModel();
    for (const values of [finish(treeShap(model, tumours)), finish(treeShap(model, tumours, {module}))]) {
      explained.contribs_first3.forEach((expected, row) => {
        const ours = [...values.contributions.map((column) => column[row]), values.base];
        expect(apart(ours, expected)).toBeLessThan(1e-5);
        expect(Math.abs(sumOf(values, row) - explained.margin_first3[row])).toBeLessThan(1e-5);
      });
      explained.mean_abs_shap.slice(0, 30).forEach((expected, j) => {
        const mean = values.contributions[j].reduce((sum, value) => sum + Math.abs(value), 0) / 569;
        expect(Math.abs(mean - expected)).toBeLessThan(1e-5);
      });
    }
  });

  it("sum to the margin for every row", () => {
    const model = tumourModel();
    const scores = margins(model, tumours);
    const values = finish(treeShap(model, tumours, {module}));
    expect(largest(rowsOf(tumours).map((row) => sumOf(values, row) - scores[row]))).toBeLessThan(1e-9);
  });
});

it("agrees with XGBoost's contributions where values are missing", () => {
  const {model, rows, contributions} = missingCase;
  rows.forEach((row, i) => {
    const ours = [...treeShapRecursive(model, row), expectedScore(model)];
    expect(apart(ours, contributions[i])).toBeLessThan(1e-6);
  });
});

describe("on random trees with missing values, repeated features and leaves without cover", () => {
  const cases = fc.record({
    seed: fc.nat(),
    depth: fc.integer({min: 0, max: 5}),
    count: fc.integer({min: 1, max: 4}),
    width: fc.integer({min: 1, max: 6})
  });

  it("the recursion gives the Shapley values of all 2^M coalitions", () => {
    fc.assert(
      fc.property(cases, ({seed, ...shape}) => {
        const model = randomModel(seed, shape);
        const columns = randomColumns(seed, 4, shape.width);
        for (let row = 0; row < 4; row++) {
          const values = rowOf(columns, row);
          const expected = shapleyValues(shape.width, (coalition) => knownScore(model, values, coalition));
          expect(apart(treeShapRecursive(model, values), expected)).toBeLessThan(1e-9);
          expect(expectedScore(model)).toBeCloseTo(knownScore(model, values, 0), 9);
        }
      }),
      {numRuns: 60}
    );
  });

  it("tables give what the recursion gives, sum to the margin, and are the same in WebAssembly to the last bit", () => {
    fc.assert(
      fc.property(
        cases,
        fc.integer({min: 8, max: 40}),
        fc.integer({min: 1, max: 9}),
        (shape, rows, width) => {
          const model = randomModel(shape.seed, {...shape, depth: shape.depth + 2, width});
          const columns = randomColumns(shape.seed, rows, width);
          const values = finish(treeShap(model, columns));
          const scores = margins(model, columns);
          for (const row of rowsOf(columns)) {
            const expected = treeShapRecursive(model, rowOf(columns, row));
            const ours = values.contributions.map((column) => column[row]);
            expect(largest(ours.map((value, j) => value - expected[j]))).toBeLessThan(1e-9);
            expect(Math.abs(sumOf(values, row) - scores[row])).toBeLessThan(1e-9);
          }
          expect(finish(treeShap(model, columns, {module}))).toEqual(values);
        }
      ),
      {numRuns: 40}
    );
  });

  it("rows of several chunks are each given their own values", () => {
    const model = randomModel(3, {width: 8, depth: 6, count: 5});
    const columns = randomColumns(3, 2500, 8);
    const values = finish(treeShap(model, columns, {module}));
    const scores = margins(model, columns);
    expect(largest(rowsOf(columns).map((row) => sumOf(values, row) - scores[row]))).toBeLessThan(1e-9);
    expect(finish(treeShap(model, columns))).toEqual(values);
  });
});
