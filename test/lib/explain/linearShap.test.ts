import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {linearShap} from "../../../lib/explain/linearShap.js";
import {scores} from "../../../lib/learn/problem.js";
import {randomSource} from "../../../lib/random/source.js";
import {referenceDir} from "../../support/paths.js";

const file = `${referenceDir}/explain/shap_cases.json`;

it("linear SHAP gives the closed form of the published case", () => {
  const {linear} = JSON.parse(readFileSync(file, "utf8")) as {
    linear: {w: number[]; b: number; background: number[][]; x: number[]; phi: number[]; base: number};
  };
  const means = linear.w.map((_, j) => linear.background.reduce((sum, row) => sum + row[j], 0) / 3);
  const model = {intercept: linear.b, coefficients: Float64Array.from(linear.w)};
  const columns = linear.x.map((value) => Float64Array.of(value));
  const {base, contributions} = linearShap(model, columns, means);
  expect(base).toBe(linear.base);
  expect(contributions.map(([value]) => value)).toEqual(linear.phi);
});

it("linear SHAP of z-scores starts from the intercept and sums to the score in log-odds", () => {
  const random = randomSource(4);
  const columns = Array.from({length: 5}, () => Float32Array.from({length: 40}, () => random() - 0.5));
  const model = {intercept: -2, coefficients: Float64Array.from({length: 5}, random)};
  const {base, contributions} = linearShap(model, columns);
  expect(base).toBe(-2);
  scores(columns, model).forEach((score, row) => {
    const sum = contributions.reduce((total, column) => total + column[row], base);
    expect(Math.abs(sum - score)).toBeLessThan(1e-12);
  });
  expect(linearShap(model, columns, [1, 1, 1, 1, 1]).base).toBeCloseTo(
    -2 + model.coefficients.reduce((sum, value) => sum + value, 0),
    12
  );
});

it("linear SHAP of no rows and of no predictors is the base alone", () => {
  const empty = {intercept: 1, coefficients: new Float64Array(0)};
  expect(linearShap(empty, [])).toEqual({base: 1, contributions: []});
  expect(linearShap({intercept: 1, coefficients: Float64Array.of(2)}, [new Float32Array(0)])).toEqual({
    base: 1,
    contributions: [new Float64Array(0)]
  });
  expect(
    linearShap({intercept: 1, coefficients: Float64Array.of(2)}, [Float32Array.of(3)], [1]).contributions
  ).toEqual([Float64Array.of(4)]);
});
