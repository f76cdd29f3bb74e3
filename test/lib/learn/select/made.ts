import type {Examples} from "../../../../lib/learn/examples.js";
import {standardOf, standardised} from "../../../../lib/learn/standard.js";
import {contingency} from "../../../../lib/learn/select/contingency.js";
import type {Feature, Material} from "../../../../lib/learn/select/step.js";

/** The same uniform numbers as a linear congruential generator in Python: seed 1664525 x + 1013904223 mod 2^32. */
function uniform(seed: number, count: number): Float64Array {
  let state = seed;
  return Float64Array.from({length: count + 5}, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  }).slice(5);
}

const rows = 400;
const u = Array.from({length: 8}, (_, stream) => uniform(stream + 1, rows));
const column = (valueOf: (row: number) => number) =>
  Float32Array.from({length: rows}, (_, row) => valueOf(row));

export const labels = Uint8Array.from(u[0], (a, row) =>
  Number(a + 0.5 * u[4][row] + 0.3 * Number(Math.floor(4 * u[2][row]) === 2) > 0.9)
);

/** a tells; b is a with noise; c has four values, d and f none that matter; e misses three in ten, and tells a little. */
export const made = {
  a: column((row) => u[0][row]),
  b: column((row) => 0.9 * u[0][row] + 0.1 * u[1][row]),
  c: column((row) => Math.floor(4 * u[2][row])),
  d: column((row) => u[3][row]),
  e: column((row) => (u[5][row] < 0.3 ? NaN : Math.round(10 * u[6][row] + 3 * labels[row]))),
  f: column((row) => u[7][row])
};

/** Examples of the columns given; "region=N" is a level of the feature "region". */
export function examplesOf(
  values: Readonly<Record<string, Float32Array>>,
  outcome: Uint8Array = labels
): Pick<Examples, "columns" | "values" | "labels"> {
  return {
    columns: Object.keys(values).map((name) => {
      const [feature, level] = name.split("=");
      return {name, feature, kind: level ? "level" : "number"};
    }),
    values: Object.values(values),
    labels: outcome
  };
}

export const materialOf = (
  values: readonly Float32Array[],
  keep: readonly string[] = [],
  outcome: Uint8Array = labels
): Material => {
  const every = Uint32Array.from(outcome.keys());
  return {
    labels: outcome,
    values,
    keep: new Set(keep),
    counts: values.map((column) => contingency(column, outcome)),
    scores: standardised(values, every, standardOf(values, every))
  };
};

export const featuresNamed = (names: string): Feature[] =>
  [...names].map((name, j) => ({name, columns: [j]}));
