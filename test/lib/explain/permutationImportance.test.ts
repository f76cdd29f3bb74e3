import {describe, expect, it} from "vitest";
import {logLossRise, permutationImportance} from "../../../lib/explain/permutationImportance.js";
import {tQuantile} from "../../../lib/distributions/studentT.js";
import type {ExampleColumn} from "../../../lib/learn/examples.js";
import {finish} from "../../../lib/learn/finish.js";
import {sigmoid} from "../../../lib/stats/sigmoid.js";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {randomSource} from "../../../lib/random/source.js";

const rows = 600;
const random = randomSource(8);
const place = Uint8Array.from({length: rows}, () => Math.floor(3 * random()));
const columns: ExampleColumn[] = [
  {name: "risk", feature: "risk", kind: "number"},
  ...["a", "b", "c"].map((level) => ({name: `place=${level}`, feature: "place", kind: "level"}) as const),
  {name: "noise", feature: "noise", kind: "number"}
];
const values = [
  Float32Array.from({length: rows}, () => 4 * random() - 2),
  ...[0, 1, 2].map((level) => Float32Array.from(place, (code) => Number(code === level))),
  Float32Array.from({length: rows}, random)
];
const score = ([risk, a, , c]: readonly Float32Array[]) =>
  Float64Array.from(risk, (value, row) => sigmoid(2 * value + 1.5 * a[row] - 1.5 * c[row]));
const labels = Uint8Array.from(score(values), (probability) => Number(random() < probability));
const examples = {columns, values, labels};

const importances = (options: {seed: number; repeats?: number; metric?: typeof logLossRise}) => {
  const result = finish(permutationImportance(score, examples, options));
  if (!result.ok) throw new Error(result.message);
  return result.value;
};

describe("permutation importance", () => {
  it("finds what the model needs, and nothing in a column that it does not look at", () => {
    for (const metric of [undefined, logLossRise]) {
      const [first, second, third] = importances({seed: 1, metric});
      expect([first.feature, second.feature, third.feature]).toEqual(["risk", "place", "noise"]);
      expect(second.low).toBeGreaterThan(0);
      expect(third).toEqual({feature: "noise", mean: 0, low: 0, high: 0, drops: new Array(10).fill(0)});
    }
  });

  it("shuffles the columns of a one-hot feature together, so that each row keeps one level", () => {
    let broken = 0;
    const watch = (some: readonly Float32Array[]) => {
      broken += some[1].filter((_, row) => some[1][row] + some[2][row] + some[3][row] !== 1).length;
      return score(some);
    };
    finish(permutationImportance(watch, examples, {seed: 3, repeats: 2}));
    expect(broken).toBe(0);
  });

  it("is the mean of the drops, with Student's interval around it", () => {
    const [{mean, low, high, drops}] = importances({seed: 2, repeats: 5});
    expect(drops).toHaveLength(5);
    expect(mean).toBeCloseTo(drops.reduce((sum, drop) => sum + drop, 0) / 5, 12);
    const deviation = Math.sqrt(drops.reduce((sum, drop) => sum + (drop - mean) ** 2, 0) / 4);
    expect(high - mean).toBeCloseTo((2.7764451 * deviation) / Math.sqrt(5), 7);
    expect(mean - low).toBeCloseTo(high - mean, 12);
  });

  it("gives the same drops for the same seed, however many shuffles follow", () => {
    expect(importances({seed: 5})).toEqual(importances({seed: 5}));
    expect(importances({seed: 5})[0].drops).not.toEqual(importances({seed: 6})[0].drops);
    expect(importances({seed: 5, repeats: 4})[0].drops).toEqual(importances({seed: 5})[0].drops.slice(0, 4));
  });

  it("spares the shuffles of columns that the model does not look at", () => {
    let calls = 0;
    const counting = (some: readonly Float32Array[]) => {
      calls++;
      return score(some);
    };
    const looksAt = (column: number) => column === 0;
    const result = finish(permutationImportance(counting, examples, {seed: 1, repeats: 3, looksAt}));
    expect(calls).toBe(1 + 3);
    expect(result.ok && result.value.map(({feature, mean}) => [feature, mean > 0])).toEqual([
      ["risk", true],
      ["place", false],
      ["noise", false]
    ]);
  });

  it("says in a sentence what it cannot do", () => {
    const single = {...examples, labels: new Uint8Array(rows)};
    expect(finish(permutationImportance(score, single, {seed: 1}))).toMatchObject({
      ok: false,
      code: "labels"
    });
    expect(finish(permutationImportance(score, examples, {seed: 1, repeats: 1}))).toMatchObject({
      ok: false,
      code: "repeats"
    });
    const empty = {columns: [], values: [], labels: Uint8Array.of(0, 1)};
    expect(finish(permutationImportance(() => Float64Array.of(0, 1), empty, {seed: 1}))).toEqual({
      ok: true,
      value: []
    });
  });

  it("measures the drop from the whole model's metric", () => {
    const whole = rocAuc(labels, score(values)) as number;
    const [{drops}] = importances({seed: 1});
    expect(drops.every((drop) => drop > 0 && drop < whole)).toBe(true);
  });
});

it("Student's quantiles are those of the tables", () => {
  const table = [
    [1, 12.7062047364],
    [2, 4.30265272991],
    [3, 3.18244630528],
    [4, 2.7764451052],
    [9, 2.2621571628],
    [30, 2.0422724563]
  ];
  for (const [degrees, quantile] of table)
    expect(Math.abs(tQuantile(0.975, degrees) / quantile - 1)).toBeLessThan(1e-10);
  expect(tQuantile(0.75, 1)).toBeCloseTo(1, 12);
});
