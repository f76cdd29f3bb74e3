import {readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {finish} from "../../../../lib/learn/finish.js";
import type {Column} from "../../../../lib/learn/problem.js";
import {draws} from "../../../../lib/learn/resample/draws.js";
import {smote} from "../../../../lib/learn/resample/smote.js";
import type {SmoteOptions} from "../../../../lib/learn/resample/task.js";
import {randomSource} from "../../../../lib/random/source.js";
import {kernels} from "../../../support/kernels.js";
import {referenceDir} from "../../../support/paths.js";
import {messageOf, valueOf} from "../support.js";

const module = await kernels();
const resampled = <C extends Column>(values: C[], labels: Uint8Array, options: SmoteOptions) =>
  valueOf(finish(smote(values, labels, options)));

interface Reference {
  X: number[][];
  y: number[];
  k: number;
  cases: {name: string; base_row: number[]; neighbour_col: number[]; gap: number[]; expected: number[][]}[];
}

const file = `${referenceDir}/resample/smote_imblearn.json`;

describe("imbalanced-learn's SMOTE with its own draws", () => {
  it("gives its rows to 1e-8, in TypeScript and in WebAssembly", () => {
    const {X, y, k, cases} = JSON.parse(readFileSync(file, "utf8")) as Reference;
    const values = [0, 1].map((j) => Float64Array.from(X, (row) => row[j]));
    expect(cases).toHaveLength(2);
    for (const {base_row, neighbour_col, gap, expected} of cases)
      for (const kernels of [undefined, module]) {
        const drawn = {base: base_row, neighbour: neighbour_col, gap};
        const result = resampled(values, Uint8Array.from(y), {k, seed: 0, draws: drawn, kernels});
        expect(result.synthetic).toBe(expected.length);
        expect([...result.labels.slice(20)]).toEqual(expected.map(() => 0));
        expected.forEach((row, i) =>
          row.forEach((value, j) => expect(Math.abs(result.values[j][20 + i] - value)).toBeLessThan(1e-8))
        );
      }
  });
});

describe("SMOTE", () => {
  const matrices = fc.record({
    rows: fc.array(fc.tuple(fc.integer({min: -9, max: 9}), fc.integer({min: -9, max: 9})), {
      minLength: 5,
      maxLength: 40
    }),
    rare: fc.integer({min: 3, max: 12}),
    k: fc.integer({min: 1, max: 4}),
    seed: fc.nat()
  });

  it("keeps the documented examples", () => {
    expect(draws(9, 4, 5, 1).base.length).toBe(9);
    const values = [Float32Array.of(0, 1, 5, 6, 7)];
    expect(resampled(values, Uint8Array.of(1, 1, 0, 0, 0), {k: 1, seed: 1}).synthetic).toBe(1);
  });

  it("balances the classes, leaves the rows as they are, and puts each new one between two of the rarer class", () => {
    fc.assert(
      fc.property(matrices, ({rows, rare, k, seed}) => {
        const values = [0, 1].map((j) => Float64Array.from(rows, (row) => row[j]));
        const labels = Uint8Array.from(rows, (_, row) => Number(row < rare));
        const result = finish(smote(values, labels, {k, seed}));
        fc.pre(result.ok);
        const {values: longer, labels: longerLabels, synthetic} = valueOf(result);
        const ones = longerLabels.reduce((sum, label) => sum + label, 0);
        expect(2 * ones).toBe(longerLabels.length);
        expect(longerLabels.length).toBe(rows.length + synthetic);
        longer.forEach((column, j) => expect(column.slice(0, rows.length)).toEqual(values[j]));
        const label = longerLabels[rows.length];
        const own = rows.filter((_, row) => labels[row] === label);
        for (let row = rows.length; row < longerLabels.length; row++) {
          const [x, y] = longer.map((column) => column[row]);
          const between = own.some(([ax, ay]) =>
            own.some(
              ([bx, by]) =>
                Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) < 1e-9 &&
                (x - ax) * (x - bx) <= 1e-9 &&
                (y - ay) * (y - by) <= 1e-9
            )
          );
          expect(between).toBe(true);
        }
      })
    );
  });

  it("gives the same rows for the same seed, in WebAssembly as well", () => {
    const random = randomSource(4);
    const values = Array.from({length: 7}, () => Float32Array.from({length: 400}, random));
    const labels = Uint8Array.from({length: 400}, (_, row) => Number(row % 4 === 0));
    const first = resampled(values, labels, {seed: 11});
    expect(resampled(values, labels, {seed: 11, kernels: module})).toEqual(first);
    expect(resampled(values, labels, {seed: 12})).not.toEqual(first);
    expect(first.synthetic).toBe(200);
    expect(first.values[0]).toBeInstanceOf(Float32Array);
  });

  it("reports a share that grows", () => {
    const random = randomSource(4);
    const values = Array.from({length: 7}, () => Float32Array.from({length: 400}, random));
    const labels = Uint8Array.from({length: 400}, (_, row) => Number(row % 4 === 0));
    const shares = [...smote(values, labels, {seed: 1})].map(({share}) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it("adds nothing to classes that are equal", () => {
    const labels = Uint8Array.of(0, 1, 0, 1);
    const result = resampled([Float32Array.of(1, 2, 3, 4)], labels, {k: 1, seed: 1});
    expect(result).toEqual({values: [Float32Array.of(1, 2, 3, 4)], labels, synthetic: 0});
  });

  it("makes copies where all rows of the rarer class are the same", () => {
    const {values} = resampled([Float32Array.of(7, 7, 7, 1, 2, 3, 4)], Uint8Array.of(1, 1, 1, 0, 0, 0, 0), {
      k: 2,
      seed: 1
    });
    expect([...values[0]]).toEqual([7, 7, 7, 1, 2, 3, 4, 7]);
  });

  it("refuses what it cannot do, with a sentence", () => {
    const of = (values: Column[], labels: number[], k = 5) =>
      messageOf(finish(smote(values, Uint8Array.from(labels), {k, seed: 1})));
    const ramp = Float32Array.of(1, 2, 3, 4, 5, 6);
    expect(of([ramp], [0, 0, 0, 0, 1, 1])).toBe(
      "The rarer outcome has 2 of 6 rows, and synthetic ones between a row and its 5 neighbours need at least 6."
    );
    expect(of([ramp], [0, 0, 0, 0, 0, 0])).toMatch(/same outcome/);
    expect(of([], [])).toMatch(/no column/);
    expect(of([new Float32Array()], [])).toMatch(/^There are no rows/);
    expect(of([Float32Array.of(1, 2, 3, 4, NaN, 6)], [0, 0, 0, 0, 1, 1], 1)).toMatch(
      /missing or out of range/
    );
    expect(of([Float32Array.of(1, 2, 3, 4, 1e20, 6)], [0, 0, 0, 0, 1, 1], 1)).toMatch(
      /missing or out of range/
    );
    for (const k of [0, -1, 1.5, NaN])
      expect(of([ramp], [0, 0, 0, 0, 1, 1], k)).toMatch(/whole number from 1/);
  });
});
