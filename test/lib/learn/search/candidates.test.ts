import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {briefSpecs} from "../../../../lib/learn/families.js";
import {gridOf, randomOf} from "../../../../lib/learn/search/candidates.js";
import {halving} from "../../../../lib/learn/search/halving.js";
import {compareSimplicity} from "../../../../lib/learn/search/simplicity.js";
import {messageOf, valueOf} from "../support.js";

const {logistic, forest, boosting, xgboost} = briefSpecs;

describe("a grid", () => {
  it("holds every combination once, the first axis changing slowest", () => {
    expect(
      valueOf(gridOf(logistic, {C: [0.005, 1], l1Ratio: [0, 1]})).map(({C, l1Ratio}) => [C, l1Ratio])
    ).toEqual([
      [0.005, 0],
      [0.005, 1],
      [1, 0],
      [1, 1]
    ]);
    expect(valueOf(gridOf(xgboost, {maxDepth: [3, 3, 4]})).map(({maxDepth}) => maxDepth)).toEqual([3, 4]);
    expect(valueOf(gridOf(xgboost, {}))).toEqual([xgboost]);
    expect(valueOf(gridOf(forest, {trees: [50]}))[0]).toEqual({...forest, trees: 50});
  });

  it("refuses what cannot be tried, with a sentence", () => {
    expect(messageOf(gridOf(xgboost, {eta: []}))).toBe("There is no value of eta to try.");
    expect(messageOf(gridOf(xgboost, {maxDepth: [3, 99]}))).toBe("maxDepth must be between 1 and 12, not 99");
    expect(messageOf(gridOf(xgboost, {eta: [NaN]}))).toMatch(/eta must be between/);
    const many = Array.from({length: 50}, (_, index) => 1 + index);
    expect(messageOf(gridOf(xgboost, {alpha: many, lambda: many}))).toBe(
      "The search has 2,500 candidates, and at most 2,000 can be tried: take fewer values."
    );
  });
});

describe("a random search", () => {
  const space = {
    eta: {low: 0.01, high: 0.3, scale: "log"},
    maxDepth: {low: 2, high: 6, whole: true},
    alpha: {low: 0, high: 10},
    lambda: [1, 5, 10]
  } as const;

  it("draws within the ranges, all different, and begins as a shorter one", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({min: 1, max: 40}), (seed, count) => {
        const specs = valueOf(randomOf(xgboost, space, count, seed));
        expect(specs).toHaveLength(count);
        expect(new Set(specs.map((spec) => JSON.stringify(spec))).size).toBe(count);
        for (const {eta, maxDepth, alpha, lambda, rounds} of specs) {
          expect(eta).toBeGreaterThanOrEqual(0.01);
          expect(eta).toBeLessThanOrEqual(0.3);
          expect([2, 3, 4, 5, 6]).toContain(maxDepth);
          expect(alpha).toBeGreaterThanOrEqual(0);
          expect(alpha).toBeLessThanOrEqual(10);
          expect([1, 5, 10]).toContain(lambda);
          expect(rounds).toBe(xgboost.rounds);
        }
        expect(valueOf(randomOf(xgboost, space, Math.ceil(count / 2), seed))).toEqual(
          specs.slice(0, Math.ceil(count / 2))
        );
      }),
      {numRuns: 40}
    );
  });

  it("draws evenly, by order of magnitude where asked", () => {
    const specs = valueOf(randomOf(xgboost, space, 2000, 3));
    const below = (test: (spec: (typeof specs)[number]) => boolean) =>
      specs.filter(test).length / specs.length;
    expect(Math.abs(below(({eta}) => eta < Math.sqrt(0.01 * 0.3)) - 0.5)).toBeLessThan(0.04);
    expect(Math.abs(below(({alpha}) => alpha < 5) - 0.5)).toBeLessThan(0.04);
    for (const depth of [2, 3, 4, 5, 6])
      expect(Math.abs(below(({maxDepth}) => maxDepth === depth) - 0.2)).toBeLessThan(0.04);
  });

  it("gives all that a small space holds", () => {
    const depths = valueOf(randomOf(xgboost, {maxDepth: [2, 3, 4]}, 30, 1)).map(({maxDepth}) => maxDepth);
    expect(depths.sort()).toEqual([2, 3, 4]);
  });

  it("refuses what cannot be drawn, with a sentence", () => {
    const of = (range: Parameters<typeof randomOf<typeof xgboost>>[1], count = 3) =>
      messageOf(randomOf(xgboost, range, count, 1));
    expect(of({eta: []})).toBe("The range of eta has no value.");
    expect(of({eta: {low: 0, high: 1, scale: "log"}})).toMatch(/above 0 to be drawn by order of magnitude/);
    expect(of({eta: {low: 0.3, high: 0.1}})).toMatch(/must go from a number up to one/);
    expect(of({eta: {low: 2, high: 3}})).toMatch(/eta must be between/);
    for (const count of [0, -1, 1.5, NaN]) expect(of({}, count)).toMatch(/whole number from 1/);
    expect(of({}, 3000)).toMatch(/at most 2,000/);
  });
});

describe("successive halving", () => {
  it.each([
    // Candidates, most, factor; the candidates of scikit-learn 1.2.1's HalvingGridSearchCV, and what each is given.
    [27, 300, 3, [27, 9, 3, 1], [11, 33, 100, 300]],
    [12, 200, 2, [12, 6, 3, 2], [25, 50, 100, 200]],
    [20, 1000, 3, [20, 7, 3], [111, 333, 1000]],
    [5, 1000, 2, [5, 3, 2], [250, 500, 1000]],
    [60, 300, 4, [60, 15, 4], [18, 75, 300]],
    [1, 50, 2, [1], [50]]
  ])(
    "of %i candidates with %i by %i has scikit-learn's candidates",
    (candidates, most, factor, counts, amounts) => {
      const rungs = valueOf(halving({candidates, least: 1, most, factor}));
      expect(rungs.map((rung) => rung.candidates)).toEqual(counts);
      expect(rungs.map((rung) => rung.amount)).toEqual(amounts);
    }
  );

  it("keeps the documented example, and goes no lower than the least", () => {
    const rungs = valueOf(halving({candidates: 27, least: 10, most: 300, factor: 3}));
    expect(rungs[0]).toEqual({candidates: 27, amount: 11});
    expect(valueOf(halving({candidates: 27, least: 50, most: 300, factor: 3}))).toEqual([
      {candidates: 27, amount: 100},
      {candidates: 9, amount: 300}
    ]);
  });

  it("refuses absurd numbers, with a sentence", () => {
    const of = (change: object) =>
      messageOf(halving({candidates: 9, least: 10, most: 100, factor: 3, ...change}));
    expect(of({candidates: 0})).toMatch(/no candidate/);
    for (const change of [{least: 0}, {most: 5}, {most: NaN}, {least: 1.5}])
      expect(of(change)).toMatch(/budget/);
    for (const factor of [1, 0, NaN, Infinity]) expect(of({factor})).toMatch(/factor must be above 1/);
  });
});

describe("simplicity", () => {
  it("puts regressions first, then less leaves or a stricter penalty", () => {
    expect(compareSimplicity({...xgboost, maxDepth: 2}, xgboost)).toBeLessThan(0);
    expect(compareSimplicity({...xgboost, eta: 0.3}, xgboost)).toBe(0);
    const specs = [xgboost, boosting, forest, {...logistic, C: 1}, logistic, {...forest, trees: 10}];
    expect(specs.toSorted(compareSimplicity)).toEqual([
      ...[logistic, {...logistic, C: 1}, {...forest, trees: 10}, forest, boosting, xgboost]
    ]);
  });
});
