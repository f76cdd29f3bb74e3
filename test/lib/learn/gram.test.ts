import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {weightedGram} from "../../../lib/learn/gram.js";
import {kernels} from "../../support/kernels.js";
import {madeUpProblem} from "./stationarity.js";

const module = await kernels();

const matrices = fc
  .tuple(fc.integer({min: 0, max: 11}), fc.integer({min: 0, max: 700}), fc.integer({min: 0, max: 1e6}))
  .map(([width, rows, seed]) => {
    const noise = (j: number) => (_: unknown, row: number) => Math.sin(seed + 7.3 * row * (j + 1)) * 3;
    return {
      columns: Array.from({length: width}, (_, j) =>
        j % 2 ? Float64Array.from({length: rows}, noise(j)) : Float32Array.from({length: rows}, noise(j))
      ),
      weights: Float64Array.from({length: rows}, (_, row) => Math.max(0, noise(20)(0, row)))
    };
  });

describe("the weighted Gram matrix", () => {
  it("holds in its example", () => {
    const gram = finish(weightedGram([Float32Array.of(1, 3)], Float64Array.of(1, 4)));
    expect([...gram]).toEqual([37, 13, 13, 5]);
  });

  it("is the sum of weighted products, whatever the count of rows and columns", () => {
    fc.assert(
      fc.property(matrices, ({columns, weights}) => {
        const gram = finish(weightedGram(columns, weights));
        const all = [...columns, new Float64Array(weights.length).fill(1)];
        all.forEach((a, j) =>
          all.forEach((b, k) => {
            const expected = weights.reduce((sum, weight, row) => sum + weight * a[row] * b[row], 0);
            expect(gram[j * all.length + k]).toBeCloseTo(expected, 9);
          })
        );
      }),
      {numRuns: 40}
    );
  });

  it("has the same bits from WebAssembly as from TypeScript, of all rows and of a sample", () => {
    fc.assert(
      fc.property(matrices, fc.integer({min: 1, max: 3}), ({columns, weights}, every) => {
        const kernel = finish(weightedGram(columns, weights, {module, every}));
        expect(kernel).toEqual(finish(weightedGram(columns, weights, {every})));
      }),
      {numRuns: 60}
    );
  });

  it("of a sample takes each so many-th block of 256 rows", () => {
    const weights = Float64Array.from({length: 1000}, (_, row) => Math.floor(row / 256) + 1);
    expect(finish(weightedGram([], weights, {every: 2}))[0]).toBeCloseTo(256 + 3 * 256, 9);
  });

  it("gives way while it works", () => {
    const {columns, labels} = madeUpProblem(200_000);
    const turns = [
      ...weightedGram([...columns, ...columns, ...columns], new Float64Array(labels.length), {module})
    ];
    expect(turns.length).toBeGreaterThan(4);
  });
});
