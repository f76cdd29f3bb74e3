import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {safeLearningRate} from "../../../lib/learn/learningRate.js";
import type {Problem} from "../../../lib/learn/problem.js";
import {balancedWeights} from "../../../lib/learn/problem.js";
import {proximalGradient} from "../../../lib/learn/proximalGradient.js";
import {madeUpProblem} from "./stationarity.js";

describe("the safe learning rate", () => {
  it("holds in its example", () => {
    const problem = {columns: [], labels: Uint8Array.of(0, 1), penalty: {C: 1, l1Ratio: 0.5}};
    expect(finish(safeLearningRate(problem))).toBeCloseTo(4 / 1.05, 12);
  });

  it("lets the loss fall with each plain step, and is not timid: ten times as much does not", () => {
    const made = madeUpProblem(500);
    const problem: Problem = {...made, weights: balancedWeights(made.labels), penalty: {C: 1e6, l1Ratio: 0}};
    const rate = finish(safeLearningRate(problem));
    const lossAfter = (steps: number, learningRate: number) => {
      const zero = {intercept: 0, coefficients: new Float64Array(problem.columns.length)};
      const stepper = proximalGradient(problem, zero, learningRate);
      stepper.advance(steps);
      return stepper.loss().loss;
    };
    expect(lossAfter(1, rate)).toBeLessThan(lossAfter(0, rate));
    expect(lossAfter(2000, rate)).toBeLessThan(lossAfter(100, rate));
    expect(lossAfter(200, 10 * rate)).toBeGreaterThan(lossAfter(0, rate));
  });
});
