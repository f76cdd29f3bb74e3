import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {ExampleColumn} from "../../../../lib/learn/examples.js";
import {finish} from "../../../../lib/learn/finish.js";
import {medianDeviation, nominals, typical} from "../../../../lib/learn/resample/nominal.js";
import {smotenc} from "../../../../lib/learn/resample/smotenc.js";
import {randomSource} from "../../../../lib/random/source.js";
import {kernels} from "../../../support/kernels.js";
import {messageOf, valueOf} from "../support.js";

const module = await kernels();
const columns: ExampleColumn[] = [
  {name: "x", feature: "x", kind: "number"},
  {name: "repeat", feature: "repeat", kind: "flag"},
  {name: "y", feature: "y", kind: "number"},
  {name: "region=N", feature: "region", kind: "level"},
  {name: "region=S", feature: "region", kind: "level"},
  {name: "region=SE", feature: "region", kind: "level"}
];

// Nine rows of the rarer class; region -1 is none of the three.
const numbers = [
  [1.79, 0.44],
  [0.1, -1.86],
  [-0.28, -0.35],
  [-0.08, -0.63],
  [-0.04, -0.48],
  [-1.31, 0.88],
  [0.88, 1.71],
  [0.05, -0.4],
  [-0.55, -1.55]
];
const flag = [1, 0, 0, 1, 0, 1, 0, 1, 1];
const region = [2, 2, -1, 0, -1, 1, 0, 0, 2];
const others = 14;

function matrix() {
  const pad = (values: number[]) => Float64Array.from([...values, ...Array<number>(others).fill(0)]);
  const levels = [0, 1, 2].map((level) => pad(region.map((own) => Number(own === level))));
  return {
    values: [pad(numbers.map(([x]) => x)), pad(flag), pad(numbers.map(([, y]) => y)), ...levels],
    labels: Uint8Array.from({length: 9 + others}, (_, row) => Number(row < 9))
  };
}

const drawn = {base: [0, 4, 7, 2, 4], neighbour: [0, 1, 2, 2, 0], gap: [0.25, 0.5, 0.9, 0.1, 0.75]};

describe("SMOTE-NC", () => {
  it("gives the rows that numpy gives with Chawla's distance and the neighbours' mode", () => {
    // Computed apart: median deviation .9401686440270327, neighbours by squared distance + median^2 a mismatch.
    const expected = [
      [1.5625, 1, 0.7575, 1, 0, 0],
      [0.005, 1, -0.44, 1, 0, 0],
      [-0.247, 0, -0.355, 0, 0, 0],
      [-0.26, 1, -0.378, 1, 0, 0],
      [-0.22, 1, -0.3825, 1, 0, 0]
    ];
    const {values, labels} = matrix();
    for (const kernels of [undefined, module]) {
      const result = valueOf(
        finish(smotenc(columns, values, labels, {k: 3, seed: 1, draws: drawn, kernels}))
      );
      expected.forEach((row, i) =>
        row.forEach((value, j) => expect(result.values[j][23 + i]).toBeCloseTo(value, 12))
      );
    }
    const rows = Uint32Array.from({length: 9}, (_, row) => row);
    expect(medianDeviation([values[0], values[2]], rows)).toBeCloseTo(0.9401686440270327, 14);
  });

  it("balances the classes as its example says", () => {
    const {values, labels} = matrix();
    expect(valueOf(finish(smotenc(columns, values, labels, {k: 3, seed: 1}))).synthetic).toBe(5);
  });

  it("reads flags and levels from standardised columns as well", () => {
    const {values, labels} = matrix();
    const scaled = values.map((column, j) =>
      columns[j].kind === "number" ? column : column.map((v) => 3 * v - 1.2)
    );
    const options = {k: 3, seed: 1, draws: drawn};
    const plain = valueOf(finish(smotenc(columns, values, labels, options)));
    const other = valueOf(finish(smotenc(columns, scaled, labels, options)));
    other.values.forEach((column, j) =>
      expect(column).toEqual(
        columns[j].kind === "number" ? plain.values[j] : plain.values[j].map((v) => 3 * v - 1.2)
      )
    );
  });

  it("never makes a half flag, two levels of a feature or a level that no neighbour has", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({min: 1, max: 6}), (seed, k) => {
        const random = randomSource(seed);
        const rows = 60;
        const regionOf = Array.from({length: rows}, () => Math.floor(4 * random()) - 1);
        const values = columns.map(({kind}, j) =>
          Float32Array.from({length: rows}, (_, row) =>
            kind === "number"
              ? random()
              : kind === "flag"
                ? Number(random() < 0.5)
                : Number(regionOf[row] === j - 3)
          )
        );
        const labels = Uint8Array.from({length: rows}, (_, row) => Number(row % 4 === 0));
        const result = valueOf(finish(smotenc(columns, values, labels, {k, seed})));
        for (let row = rows; row < rows + result.synthetic; row++) {
          const levels = [3, 4, 5].map((j) => result.values[j][row]);
          expect([0, 1]).toContain(result.values[1][row]);
          for (const level of levels) expect([0, 1]).toContain(level);
          expect(levels.reduce((sum, level) => sum + level)).toBeLessThanOrEqual(1);
        }
      }),
      {numRuns: 40}
    );
  });

  it("takes, of levels equally common, that of the nearest", () => {
    const feature = {columns: [0], levels: Int32Array.of(5, 6, 6, 5, 7)};
    expect(typical(feature, Uint32Array.of(0, 1, 2, 3, 4), 0, 5)).toBe(0);
    expect(typical(feature, Uint32Array.of(4, 1, 3, 2), 0, 4)).toBe(1);
    expect(nominals([{feature: "f", kind: "flag"}], [Float32Array.of(0, 1)], Uint32Array.of(0, 1))).toEqual([
      {columns: [0], levels: Int32Array.of(-1, 0)}
    ]);
  });

  it("needs a number", () => {
    const {labels} = matrix();
    const flags = columns.filter(({kind}) => kind !== "number");
    const {values} = matrix();
    const nominal = values.filter((_, j) => columns[j].kind !== "number");
    expect(messageOf(finish(smotenc(flags, nominal, labels, {k: 3, seed: 1})))).toMatch(
      /needs at least one number/
    );
  });
});
