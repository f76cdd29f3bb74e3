import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {meanPenalty, penaltyOf, softThreshold} from "../../../lib/learn/elasticNet.js";
import {finish} from "../../../lib/learn/finish.js";
import {sigmoid, softplus} from "../../../lib/stats/sigmoid.js";
import {optimum} from "../../../lib/learn/optimum.js";
import type {Problem} from "../../../lib/learn/problem.js";
import {balancedWeights, lossOf, meanLogLoss, scores, totalWeight} from "../../../lib/learn/problem.js";
import {momentum, proximalGradient} from "../../../lib/learn/proximalGradient.js";
import {scaling} from "../../../lib/learn/scaling.js";

const penalty = {C: 1, l1Ratio: 0.5};

const problems: fc.Arbitrary<Problem> = fc
  .record({
    rows: fc.array(
      fc.tuple(
        fc.integer({min: 0, max: 1}),
        fc.array(fc.integer({min: -3, max: 3}), {minLength: 3, maxLength: 3})
      ),
      {
        minLength: 8,
        maxLength: 40
      }
    ),
    C: fc.constantFrom(0.01, 0.1, 1, 10),
    l1Ratio: fc.constantFrom(0, 0.3, 1)
  })
  .map(({rows, C, l1Ratio}) => ({
    columns: [0, 1, 2].map((j) => Float64Array.from(rows, ([, values]) => values[j])),
    labels: Uint8Array.from(rows, ([label]) => label),
    penalty: {C, l1Ratio}
  }))
  .filter(({labels}) => labels.includes(0) && labels.includes(1));

describe("examples of the documentation", () => {
  it("hold", () => {
    expect(softplus(1000)).toBe(1000);
    expect(sigmoid(0)).toBe(0.5);
    expect(meanPenalty({C: 0.5, l1Ratio: 0.5}, 4)).toEqual({l1: 0.25, l2: 0.25});
    expect(penaltyOf({l1: 1, l2: 2}, [1, -1])).toBe(4);
    expect(softThreshold(-3, 1)).toBe(-2);
    expect([...scores([Float64Array.of(2)], {intercept: 1, coefficients: Float64Array.of(3)})]).toEqual([7]);
    expect(totalWeight({columns: [], labels: Uint8Array.of(0, 1), penalty})).toBe(2);
    expect(meanLogLoss(Uint8Array.of(1), [0])).toBe(0.6931471805599453);
    expect([...balancedWeights(Uint8Array.of(0, 0, 0, 1))]).toEqual([2 / 3, 2 / 3, 2 / 3, 2]);
    expect(momentum().next().value).toBe(0);
    expect(scaling([2, 4])).toEqual({mean: 3, deviation: 1});
  });
});

describe("the float64 optimum", () => {
  it("satisfies the conditions of a minimum: the slope of the loss is met by the penalty's", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const {model, converged} = finish(optimum(problem));
        expect(converged).toBe(true);
        const {l1, l2} = meanPenalty(problem.penalty, totalWeight(problem));
        const errors = scores(problem.columns, model).map((z, row) => sigmoid(z) - problem.labels[row]);
        const mean = (column?: ArrayLike<number>) =>
          errors.reduce((sum, error, row) => sum + error * (column ? column[row] : 1), 0) / errors.length;
        expect(Math.abs(mean())).toBeLessThan(1e-8);
        problem.columns.forEach((column, j) => {
          const slope = mean(column) + l2 * model.coefficients[j];
          if (model.coefficients[j] === 0) expect(Math.abs(slope)).toBeLessThanOrEqual(l1 + 1e-8);
          else expect(Math.abs(slope + l1 * Math.sign(model.coefficients[j]))).toBeLessThan(1e-8);
        });
      }),
      {numRuns: 60}
    );
  });

  it("is where many fixed steps lead", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const best = finish(optimum(problem));
        const stepper = proximalGradient(problem, {intercept: 0, coefficients: new Float64Array(3)}, 0.1);
        stepper.advance(3000);
        expect(stepper.loss().objective - best.objective).toBeLessThan(1e-5);
        expect(stepper.loss().objective - best.objective).toBeGreaterThan(-1e-12);
      }),
      {numRuns: 15}
    );
  });

  it("leaves a constant column at 0 and puts the base rate into the intercept", () => {
    const labels = Uint8Array.of(0, 0, 0, 1);
    const {model} = finish(optimum({columns: [new Float64Array(4)], labels, penalty}));
    expect(model.coefficients[0]).toBe(0);
    expect(sigmoid(model.intercept)).toBeCloseTo(0.25, 9);
  });

  it("counts a weight of two like a row that is there twice", () => {
    const x = [-1, 0.5, 2, 1];
    const y = [0, 1, 1, 0];
    const twice = finish(
      optimum({columns: [Float64Array.from([...x, ...x])], labels: Uint8Array.from([...y, ...y]), penalty})
    );
    const weighted = finish(
      optimum({
        columns: [Float64Array.from(x)],
        labels: Uint8Array.from(y),
        weights: new Float64Array(4).fill(2),
        penalty
      })
    );
    expect(weighted.model.coefficients[0]).toBeCloseTo(twice.model.coefficients[0], 9);
  });

  it("says that it did not converge rather than give up silently", () => {
    const problem = {columns: [Float64Array.of(-1, 0.5, 2, 1)], labels: Uint8Array.of(0, 1, 1, 0), penalty};
    expect(finish(optimum(problem, {maxIterations: 1})).converged).toBe(false);
  });
});

describe("the fixed steps", () => {
  it("report the loss at their own coefficients", () => {
    fc.assert(
      fc.property(problems, fc.integer({min: 1, max: 20}), (problem, steps) => {
        const stepper = proximalGradient(
          problem,
          {intercept: 0.3, coefficients: Float64Array.of(1, -1, 0)},
          0.05
        );
        stepper.advance(steps);
        const expected = lossOf(problem, stepper.model());
        expect(stepper.loss().loss).toBeCloseTo(expected.loss, 12);
        expect(stepper.loss().objective).toBeCloseTo(expected.objective, 12);
      })
    );
  });

  it("lead to the same place however they are cut into turns", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const start = {intercept: 0, coefficients: Float64Array.of(1, -1, 0)};
        const [whole, parts] = [0, 1].map(() => proximalGradient(problem, start, 0.05));
        whole.advance(12);
        for (const turn of [1, 4, 7]) parts.advance(turn);
        expect(parts.model()).toEqual(whole.model());
      })
    );
  });
});
