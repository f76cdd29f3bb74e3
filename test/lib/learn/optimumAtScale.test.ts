import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {sigmoid} from "../../../lib/stats/sigmoid.js";
import {optimum} from "../../../lib/learn/optimum.js";
import type {Problem} from "../../../lib/learn/problem.js";
import {balancedWeights, lossOf, scores} from "../../../lib/learn/problem.js";
import {kernels} from "../../support/kernels.js";
import {madeUpProblem, stationarity} from "./stationarity.js";

const module = await kernels();
const many = madeUpProblem(30_000);
const few = madeUpProblem(400);

const solved = (problem: Problem, options = {}) => {
  const found = finish(optimum(problem, options));
  expect(found.converged).toBe(true);
  expect(found.objective).toBeCloseTo(lossOf(problem, found.model).objective, 12);
  return found;
};

describe("the optimum over many rows", () => {
  it("is exact although the first curvatures come from a sample", () => {
    for (const penalty of [many.penalty, {C: 1, l1Ratio: 1}, {C: 1000, l1Ratio: 0}])
      expect(stationarity({...many, penalty}, solved({...many, penalty}).model)).toBeLessThan(1e-10);
  });

  it("has the same bits with the compiled kernels", () => {
    expect(solved(many, {module})).toEqual(solved(many));
  });

  it("is the same from wherever the search starts", () => {
    const start = {intercept: 2, coefficients: new Float64Array(many.columns.length).fill(-1)};
    const [near, far] = [solved(many, {tolerance: 1e-10}), solved(many, {start, tolerance: 1e-10})];
    far.model.coefficients.forEach((value, j) =>
      expect(Math.abs(value - near.model.coefficients[j])).toBeLessThan(1e-9)
    );
  });

  it("is found in sorted rows, where a sample misses a level", () => {
    const order = Uint32Array.from(many.labels.keys()).sort(
      (a, b) => many.columns[0][a] - many.columns[0][b]
    );
    const level = Float32Array.from(order, (_, row) => Number(row >= 1000 && row < 1100));
    const sorted: Problem = {
      ...many,
      columns: [...many.columns.map((column) => Float32Array.from(order, (row) => column[row])), level],
      labels: Uint8Array.from(order, (row, place) => many.labels[row] | level[place])
    };
    expect(stationarity(sorted, solved(sorted).model)).toBeLessThan(1e-10);
  });

  it("tells the share done, which never falls", () => {
    const shares = [...optimum(many)].flatMap((progress) => (progress ? [progress.share] : []));
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(shares.at(-1)).toBeGreaterThan(0.5);
  });
});

describe("the optimum of odd problems", () => {
  it("holds in its example", () => {
    const columns = [Float64Array.of(-1, 1, -1, 1)];
    const {model} = solved({columns, labels: Uint8Array.of(0, 1, 1, 0), penalty: {C: 1, l1Ratio: 0.5}});
    expect(model).toEqual({intercept: 0, coefficients: Float64Array.of(0)});
  });

  it("without columns is the base rate", () => {
    const {model} = solved({...few, columns: []});
    const positives = few.labels.reduce((sum, label) => sum + label, 0);
    expect(sigmoid(model.intercept)).toBeCloseTo(positives / 400, 12);
  });

  it("has no coefficients where C is tiny", () => {
    const {model} = solved({...few, penalty: {C: 1e-9, l1Ratio: 0.5}});
    expect([...model.coefficients]).toEqual(few.columns.map(() => 0));
  });

  it("is found where C is huge, also when a column tells all but the classes apart", () => {
    const column = Float64Array.from(few.labels, (label, row) => label + Math.sin(row) * 0.4);
    for (const penalty of [
      {C: 1e6, l1Ratio: 0.5},
      {C: 1e6, l1Ratio: 0}
    ]) {
      const apart = {columns: [column], labels: few.labels, penalty};
      const {model} = solved(apart);
      expect(stationarity(apart, model)).toBeLessThan(1e-10);
      expect(model.coefficients[0]).toBeGreaterThan(50);
    }
  });

  it("shares a duplicated column's coefficient evenly where the penalty says so, and is the same loss where not", () => {
    const [first] = few.columns.slice(3);
    const twice = (l1Ratio: number) =>
      solved({...few, columns: [first, first], penalty: {C: 1, l1Ratio}}).model.coefficients;
    const [a, b] = twice(0.5);
    expect(a).not.toBe(0);
    expect(a).toBeCloseTo(b, 9);
    const once = solved({...few, columns: [first], penalty: {C: 1, l1Ratio: 1}}).model.coefficients;
    const [c, d] = twice(1);
    expect(c + d).toBeCloseTo(once[0], 8);
  });

  it("pays no heed to rows that weigh nothing", () => {
    const weights = Float64Array.from(few.labels, (_, row) => Number(row % 3 > 0));
    const kept = Uint32Array.from(few.labels.keys()).filter((row) => weights[row]);
    const without: Problem = {
      ...few,
      columns: few.columns.map((column) => Float32Array.from(kept, (row) => column[row])),
      labels: Uint8Array.from(kept, (row) => few.labels[row])
    };
    const [weighted, left] = [solved({...few, weights}), solved(without)];
    expect(weighted.objective).toBeCloseTo(left.objective, 12);
    weighted.model.coefficients.forEach((value, j) =>
      expect(value).toBeCloseTo(left.model.coefficients[j], 8)
    );
  });

  it("has classes of equal weight meet at even odds", () => {
    const balanced = {...few, columns: [], weights: balancedWeights(few.labels)};
    expect(solved(balanced).model.intercept).toBeCloseTo(0, 12);
  });

  it("does not exist for one class, which is said and gives finite numbers", () => {
    const found = finish(optimum({...few, labels: new Uint8Array(400)}));
    expect(found.converged).toBe(false);
    expect(scores(few.columns, found.model).every(Number.isFinite)).toBe(true);
  });

  it("does not depend on the columns' units beyond what the penalty sees", () => {
    const penalty = {C: 1e4, l1Ratio: 0};
    const [column] = few.columns;
    const [small, large] = [1e-4, 1e4].map((unit) => {
      const problem = {columns: [column.map((value) => value * unit)], labels: few.labels, penalty};
      return {problem, ...solved(problem)};
    });
    expect(stationarity(small.problem, small.model)).toBeLessThan(1e-10);
    expect(stationarity(large.problem, large.model)).toBeLessThan(1e-6);
  });
});
