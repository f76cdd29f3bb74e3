import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {checkClasses} from "../../../../lib/learn/validation/checkClasses.js";
import {rowsByClass} from "../../../../lib/learn/validation/rowsByClass.js";
import {foldSplit} from "../../../../lib/learn/validation/split.js";
import {stratifiedFolds} from "../../../../lib/learn/validation/stratifiedFolds.js";
import {stratifiedHoldout} from "../../../../lib/learn/validation/stratifiedHoldout.js";
import {shuffle} from "../../../../lib/random/shuffle.js";
import {randomSource} from "../../../../lib/random/source.js";
import {messageOf, valueOf} from "../support.js";

const blocks = (...runs: [label: number, rows: number][]) =>
  Uint8Array.from(runs.flatMap(([label, rows]) => Array<number>(rows).fill(label)));
const positives = (labels: Uint8Array, rows: ArrayLike<number>) =>
  Array.from(rows).reduce((sum, row) => sum + labels[row], 0);
const labelled = fc
  .array(fc.integer({min: 0, max: 1}), {minLength: 4, maxLength: 120})
  .map((labels) => Uint8Array.from(labels));

describe("examples of the documentation", () => {
  it("hold", () => {
    expect([...shuffle(Uint32Array.of(1, 2, 3), () => 0)]).toEqual([2, 3, 1]);
    expect(foldSplit(Uint8Array.of(0, 1, 0), 1)).toEqual({
      train: Uint32Array.of(0, 2),
      test: Uint32Array.of(1)
    });
    expect(valueOf(rowsByClass(Uint8Array.of(1, 0, 1), 1))).toEqual([
      Uint32Array.of(1),
      Uint32Array.of(0, 2)
    ]);
    const {train, test} = valueOf(
      stratifiedHoldout(Uint8Array.of(0, 0, 1, 1), {share: 0.5, seed: 1, stream: "split.holdout"})
    );
    for (const part of [train, test]) expect(positives(Uint8Array.of(0, 0, 1, 1), part)).toBe(1);
    const folds = valueOf(
      stratifiedFolds(Uint8Array.of(0, 1, 0, 1), {folds: 2, seed: 1, stream: "split.folds"})
    );
    expect(folds[0] + folds[2]).toBe(1);
    expect(folds[1] + folds[3]).toBe(1);
    const splits = [{train: Uint32Array.of(0, 1), test: Uint32Array.of(2)}];
    expect(messageOf(checkClasses(Uint8Array.of(0, 1, 1), splits, "fold"))).toMatch(
      /^Fold 1 of 1: only one row is held out, so /
    );
  });
});

describe("a shuffle", () => {
  it("gives every order of three about as often", () => {
    const random = randomSource(5);
    const seen = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = shuffle(Uint8Array.of(0, 1, 2), random).join("");
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });
});

describe("the stratified hold-out", () => {
  it.each([
    // Rows of label 0, of label 1, share; rows and positives held out by scikit-learn 1.2.1.
    [80, 20, 0.2, 20, 4],
    [83, 14, 0.25, 25, 4],
    [997, 9, 0.2, 202, 2],
    [50, 51, 0.33, 34, 17]
  ])("of %i and %i rows at %d has scikit-learn's counts", (zeros, ones, share, rows, positive) => {
    const labels = blocks([0, zeros], [1, ones]);
    const {train, test} = valueOf(stratifiedHoldout(labels, {share, seed: 3, stream: "split.holdout"}));
    expect([test.length, positives(labels, test)]).toEqual([rows, positive]);
    expect(train.length).toBe(zeros + ones - rows);
  });

  it("uses every row once, in ascending order, with both classes in both parts", () => {
    fc.assert(
      fc.property(
        labelled,
        fc.double({min: 0.01, max: 0.99, noNaN: true}),
        fc.nat(),
        (labels, share, seed) => {
          const result = stratifiedHoldout(labels, {share, seed, stream: "split.holdout"});
          const ones = positives(labels, [...labels.keys()]);
          fc.pre(result.ok);
          const {train, test} = valueOf(result);
          expect([...train, ...test].sort((a, b) => a - b)).toEqual([...labels.keys()]);
          for (const part of [train, test]) {
            expect([...part]).toEqual([...part].sort((a, b) => a - b));
            expect(positives(labels, part)).toBeGreaterThan(0);
            expect(positives(labels, part)).toBeLessThan(part.length);
          }
          const wanted = (share * labels.length * ones) / labels.length;
          expect(Math.abs(positives(labels, test) - wanted)).toBeLessThanOrEqual(2);
        }
      )
    );
  });

  it("depends on the seed and on nothing else", () => {
    const labels = blocks([0, 60], [1, 40]);
    const drawn = [1, 1, 2].map((seed) =>
      valueOf(stratifiedHoldout(labels, {seed, stream: "split.holdout"})).test.join()
    );
    expect(drawn[0]).toBe(drawn[1]);
    expect(drawn[0]).not.toBe(drawn[2]);
  });

  it("refuses what cannot be split, with a sentence", () => {
    const of = (labels: Uint8Array, share = 0.2) =>
      messageOf(stratifiedHoldout(labels, {share, seed: 1, stream: "split.holdout"}));
    expect(of(new Uint8Array())).toMatch(/^There are no rows/);
    expect(of(blocks([0, 1200]))).toBe(
      "All 1,200 rows have the same outcome: there is nothing to tell apart."
    );
    expect(of(blocks([0, 9], [1, 1]))).toBe("The rarer outcome has 1 of 10 rows, and at least 2 are needed.");
    expect(of(Uint8Array.of(0, 1, 2))).toBe("Every label must be 0 or 1.");
    for (const share of [0, 1, -1, NaN, Infinity])
      expect(of(blocks([0, 9], [1, 9]), share)).toMatch(/between 0 and 1/);
  });
});

describe("stratified folds", () => {
  const counts = (labels: Uint8Array, folds: number) => {
    const foldOf = valueOf(stratifiedFolds(labels, {folds, seed: 7, stream: "split.folds"}));
    return Array.from({length: folds}, (_, fold) => {
      const {test} = foldSplit(foldOf, fold);
      return [test.length - positives(labels, test), positives(labels, test)];
    });
  };

  it("have scikit-learn 1.2.1's counts of each class", () => {
    expect(counts(blocks([0, 37], [1, 11]), 5).sort()).toEqual([
      [7, 2],
      [7, 2],
      [7, 3],
      [8, 2],
      [8, 2]
    ]);
    expect(counts(blocks([1, 3], [0, 20], [1, 9]), 5)).toEqual([
      [4, 3],
      [4, 3],
      [4, 2],
      [4, 2],
      [4, 2]
    ]);
  });

  it("differ by at most one row in size and in each class", () => {
    fc.assert(
      fc.property(labelled, fc.integer({min: 2, max: 9}), fc.nat(), (labels, folds, seed) => {
        const result = stratifiedFolds(labels, {folds, seed, stream: "split.folds"});
        fc.pre(result.ok);
        const sizes = counts(labels, folds);
        for (const of of [(d: number[]) => d[0], (d: number[]) => d[1], (d: number[]) => d[0] + d[1]]) {
          const values = sizes.map(of);
          expect(Math.max(...values) - Math.min(...values)).toBeLessThanOrEqual(1);
          expect(Math.min(...values)).toBeGreaterThan(0);
        }
      })
    );
  });

  it("refuse what would leave a fold without a class, with a sentence", () => {
    const of = (labels: Uint8Array, folds: number) =>
      messageOf(stratifiedFolds(labels, {folds, seed: 1, stream: "split.folds"}));
    expect(of(blocks([0, 50], [1, 4]), 5)).toBe(
      "The rarer outcome has 4 of 54 rows, and at least 5 are needed."
    );
    expect(of(blocks([0, 2], [1, 2]), 5)).toBe("There are fewer rows (4) than folds (5): use fewer folds.");
    expect(of(new Uint8Array(), 5)).toMatch(/^There are no rows/);
    expect(of(blocks([1, 50]), 5)).toMatch(/same outcome/);
    for (const folds of [1, 0, -3, 2.5, 256, NaN])
      expect(of(blocks([0, 300], [1, 300]), folds)).toMatch(/whole number/);
  });
});

describe("the check of classes", () => {
  const labels = Uint8Array.of(0, 1, 0, 1, 1);
  const split = (train: number[], test: number[]) => ({
    train: Uint32Array.from(train),
    test: Uint32Array.from(test)
  });

  it("names the first part with one outcome only", () => {
    const good = split([0, 1], [2, 3]);
    expect(valueOf(checkClasses(labels, [good], "fold"))).toEqual([good]);
    expect(messageOf(checkClasses(labels, [good, split([1, 3, 4], [0, 2])], "window"))).toBe(
      "Window 2 of 2: all 3 rows learnt from have the same outcome, so there is nothing to tell apart. Use fewer windows."
    );
    expect(messageOf(checkClasses(labels, [split([0, 1], [3, 4])], "cutoff"))).toBe(
      "Cutoff 1 of 1: all 2 rows held out have the same outcome, so there is nothing to judge by. Use fewer cutoffs."
    );
    expect(messageOf(checkClasses(labels, [split([], [3, 4])], "fold"))).toMatch(
      /^Fold 1 of 1: no row is learnt from/
    );
  });
});
