import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {optimum} from "../../../lib/learn/optimum.js";
import type {Problem} from "../../../lib/learn/problem.js";
import {balancedWeights, lossOf, scores} from "../../../lib/learn/problem.js";
import {proximalGradient} from "../../../lib/learn/proximalGradient.js";
import {scaling} from "../../../lib/learn/scaling.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {referenceDir} from "../../support/paths.js";

interface Fit {
  params: {C: number; class_weight?: string};
  intercept: number;
  coef: number[];
  nonzero: number;
  roc_auc: number;
  log_loss: number;
}

const directory = `${referenceDir}/ml`;
const {models} = JSON.parse(readFileSync(`${directory}/expected.json`, "utf8")) as {
  models: Record<string, Fit>;
};
const rows = readFileSync(`${directory}/breast_cancer.csv`, "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",").map(Number));
const labels = Uint8Array.from(rows, (row) => row[30]);
const columns = Array.from({length: 30}, (_, j) => {
  const values = Float64Array.from(rows, (row) => row[j]);
  const {mean, deviation} = scaling(values);
  return values.map((value) => (value - mean) / deviation);
});

// The L2 fit comes from lbfgs, which stopped 9e-8 above the minimum with a gradient of 3e-4.
const fits = [
  {name: "lr_elasticnet_C0.005_l1r0.5", l1Ratio: 0.5, tolerance: 1e-5},
  {name: "lr_elasticnet_C0.005_l1r0.5_balanced", l1Ratio: 0.5, tolerance: 1e-5},
  {name: "lr_l1_C0.1", l1Ratio: 1, tolerance: 1e-5},
  {name: "lr_l2_C1", l1Ratio: 0, tolerance: 2e-4}
];

const problemOf = ({name, l1Ratio}: (typeof fits)[number]): Problem => ({
  columns,
  labels,
  weights: models[name].params.class_weight ? balancedWeights(labels) : undefined,
  penalty: {C: models[name].params.C, l1Ratio}
});

const largestDifference = (actual: Float64Array, expected: number[]) =>
  Math.max(...expected.map((value, j) => Math.abs(actual[j] - value)));

describe("elastic-net logistic regression on 569 x 30 tumours against scikit-learn 1.2.1", () => {
  for (const fit of fits) {
    it(`gives the same coefficients to ${fit.tolerance}: ${fit.name}`, () => {
      const expected = models[fit.name];
      const problem = problemOf(fit);
      const {model, converged, objective} = finish(optimum(problem));
      expect(converged).toBe(true);
      expect(Math.abs(model.intercept - expected.intercept)).toBeLessThan(fit.tolerance);
      expect(largestDifference(model.coefficients, expected.coef)).toBeLessThan(fit.tolerance);
      expect(model.coefficients.filter((value) => value !== 0)).toHaveLength(expected.nonzero);
      expect(rocAuc(labels, scores(columns, model))).toBeCloseTo(expected.roc_auc, 8);
      expect(lossOf({...problem, weights: undefined}, model).loss).toBeCloseTo(expected.log_loss, 6);
      const theirs = {intercept: expected.intercept, coefficients: Float64Array.from(expected.coef)};
      expect(objective).toBeLessThanOrEqual(lossOf(problem, theirs).objective + 1e-12);
    });
  }

  it("is reached by the fixed steps too, exact zeros included", () => {
    const expected = models[fits[0].name];
    const stepper = proximalGradient(
      problemOf(fits[0]),
      {intercept: 0, coefficients: new Float64Array(30)},
      0.3
    );
    stepper.advance(1000);
    const {coefficients} = stepper.model();
    expect(largestDifference(coefficients, expected.coef)).toBeLessThan(1e-5);
    expect(coefficients.filter((value) => value !== 0)).toHaveLength(expected.nonzero);
  });
});
