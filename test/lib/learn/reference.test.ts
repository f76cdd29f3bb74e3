import {existsSync, readFileSync} from "node:fs";
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
  params: {C: number; l1_ratio?: number; class_weight?: string; penalty?: string};
  intercept: number;
  coef: number[];
  nonzero: number;
  roc_auc: number;
  log_loss: number;
}

const directory = `${referenceDir}/ml`;
const present = existsSync(`${directory}/expected.json`);
const rows = present
  ? readFileSync(`${directory}/breast_cancer.csv`, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").map(Number))
  : [];
const labels = Uint8Array.from(rows, (row) => row[30]);
const columns = Array.from({length: 30}, (_, j) => {
  const values = Float64Array.from(rows, (row) => row[j]);
  const {mean, deviation} = scaling(values);
  return values.map((value) => (value - mean) / deviation);
});

describe.skipIf(!present)(
  "elastic-net logistic regression on 569 x 30 tumours against scikit-learn 1.2.1",
  () => {
    const {models} = (present ? JSON.parse(readFileSync(`${directory}/expected.json`, "utf8")) : {}) as {
      models: Record<string, Fit>;
    };
    const ratios: Record<string, number> = {lr_l2_C1: 0, "lr_l1_C0.1": 1};
    const problemOf = (name: string): Problem => ({
      columns,
      labels,
      weights: models[name].params.class_weight ? balancedWeights(labels) : undefined,
      penalty: {C: models[name].params.C, l1Ratio: models[name].params.l1_ratio ?? ratios[name]}
    });

    for (const name of [
      "lr_elasticnet_C0.005_l1r0.5",
      "lr_elasticnet_C0.005_l1r0.5_balanced",
      "lr_l2_C1",
      "lr_l1_C0.1"
    ]) {
      it(`gives the same coefficients to 1e-5: ${name}`, () => {
        const expected = models[name];
        const problem = problemOf(name);
        const {model, converged} = finish(optimum(problem));
        expect(converged).toBe(true);
        expect(Math.abs(model.intercept - expected.intercept)).toBeLessThan(1e-5);
        expected.coef.forEach((value, j) =>
          expect(Math.abs(model.coefficients[j] - value)).toBeLessThan(1e-5)
        );
        expect(model.coefficients.filter((value) => value !== 0)).toHaveLength(expected.nonzero);
        expect(rocAuc(labels, scores(columns, model))).toBeCloseTo(expected.roc_auc, 8);
        expect(lossOf({...problem, weights: undefined}, model).loss).toBeCloseTo(expected.log_loss, 6);
      });
    }

    it("is reached by the proximal gradient too, exact zeros included", () => {
      const expected = models["lr_elasticnet_C0.005_l1r0.5"];
      const stepper = proximalGradient(
        problemOf("lr_elasticnet_C0.005_l1r0.5"),
        {intercept: 0, coefficients: new Float64Array(30)},
        0.3
      );
      void stepper.advance(3000);
      const model = stepper.model() as {coefficients: Float64Array};
      expected.coef.forEach((value, j) => expect(Math.abs(model.coefficients[j] - value)).toBeLessThan(1e-5));
      expect(model.coefficients.filter((value) => value !== 0)).toHaveLength(expected.nonzero);
    });
  }
);
