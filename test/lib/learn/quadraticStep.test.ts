import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {columnSquares, columnSums} from "../../../lib/learn/columnSums.js";
import {finish} from "../../../lib/learn/finish.js";
import {quadraticStep} from "../../../lib/learn/quadraticStep.js";
import {solvePositive} from "../../../lib/stats/solvePositive.js";

describe("examples of the documentation", () => {
  it("hold", () => {
    expect([...finish(columnSums([Float32Array.of(1, 3)], Float64Array.of(1, -1)))]).toEqual([-2, 0]);
    expect([...finish(columnSquares([Float32Array.of(1, 3)], Float64Array.of(1, 2)))]).toEqual([19, 3]);
    const solved = solvePositive(Float64Array.of(4, 2, 2, 3), Float64Array.of(8, 8));
    expect(solved?.[0]).toBeCloseTo(1, 14);
    expect(solved?.[1]).toBeCloseTo(2, 14);
  });
});

describe("sums over columns", () => {
  it("take every column and row, whatever their number", () => {
    for (const width of [0, 1, 3, 4, 5, 18])
      for (const rows of [0, 1, 2, 7]) {
        const columns = Array.from({length: width}, (_, j) => new Float64Array(rows).fill(j + 1));
        const weights = Float64Array.from({length: rows}, (_, row) => row + 1);
        const total = (rows * (rows + 1)) / 2;
        const each = (power: number) => [...columns.map((_, j) => total * (j + 1) ** power), total];
        expect([...finish(columnSums(columns, weights))]).toEqual(each(1));
        expect([...finish(columnSquares(columns, weights))]).toEqual(each(2));
      }
  });
});

describe("the solution of a positive-definite system", () => {
  it("does not exist where the matrix is singular", () => {
    expect(solvePositive(Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 1))).toBeUndefined();
    expect(solvePositive(new Float64Array(1), Float64Array.of(1))).toBeUndefined();
  });
});

const forms = fc
  .tuple(
    fc.integer({min: 1, max: 6}),
    fc.integer({min: 1, max: 1e6}),
    fc.constantFrom(0, 0.01, 0.3),
    fc.constantFrom(1e-8, 0.01, 1)
  )
  .map(([width, seed, l1, l2]) => {
    const size = width + 1;
    const factor = Array.from({length: size * (size + 1)}, (_, i) => Math.sin(seed * 0.37 + 5.1 * i * i));
    const gram = new Float64Array(size * size);
    for (let j = 0; j < size; j++)
      for (let k = 0; k < size; k++)
        for (let i = 0; i <= size; i++) gram[j * size + k] += factor[i * size + j] * factor[i * size + k];
    return {
      gram,
      gradient: Float64Array.from({length: size}, (_, j) => Math.cos(seed + j)),
      model: {intercept: 1, coefficients: Float64Array.from({length: width}, (_, j) => (j % 2 ? 0.2 : 0))},
      penalty: {l1, l2}
    };
  });

describe("the step on a quadratic form", () => {
  it("ends where slope and penalty balance, also when columns are all but collinear", () => {
    fc.assert(
      fc.property(forms, ({gram, gradient, model, penalty}) => {
        const step = finish(quadraticStep(gram, gradient, model, penalty));
        const way = [...step.coefficients, step.intercept];
        const size = way.length;
        way.forEach((_, j) => {
          const slope = way.reduce((sum, d, k) => sum + gram[j * size + k] * d, gradient[j]);
          const at = j < size - 1 ? model.coefficients[j] + way[j] : NaN;
          if (j === size - 1) expect(Math.abs(slope)).toBeLessThan(1e-8);
          else if (at === 0) expect(Math.abs(slope)).toBeLessThanOrEqual(penalty.l1 + 1e-8);
          else expect(Math.abs(slope + penalty.l2 * at + penalty.l1 * Math.sign(at))).toBeLessThan(1e-8);
        });
      }),
      {numRuns: 200}
    );
  });

  it("leaves alone what has no curvature", () => {
    const still = {intercept: 0, coefficients: Float64Array.of(0)};
    expect(finish(quadraticStep(new Float64Array(4), new Float64Array(2), still, {l1: 0, l2: 0}))).toEqual(
      still
    );
  });
});
