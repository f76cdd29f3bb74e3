import {randomSource} from "../../../lib/random/source.js";
import type {Result} from "../../../lib/result.js";
import type {LearningTable} from "../../../lib/learn/prepare.js";
import type {Surroundings} from "../../../lib/learn/train.js";
import {proximalGradient} from "../../../lib/learn/proximalGradient.js";

const day = 864e5;

/** A shop of made-up orders: risk rises with x and at place "b", and does not depend on noise. */
export function madeUpTable(rows: number, seed = 1): LearningTable {
  const random = randomSource(seed);
  const x = Float64Array.from({length: rows}, () => 4 * random() - 2);
  const noise = Float64Array.from({length: rows}, random);
  const codes = Int32Array.from({length: rows}, () => Math.floor(3 * random()));
  const times = Float64Array.from({length: rows}, (_, row) => row * day);
  return {
    times,
    knownAt: times.map((time) => time + 10 * day),
    labels: Uint8Array.from(x, (value, row) =>
      Number(random() < 1 / (1 + Math.exp(2 - 1.5 * value - Number(codes[row] === 1))))
    ),
    predictors: [
      {kind: "number", name: "x", label: "x", values: x},
      {kind: "number", name: "noise", label: "noise", values: noise},
      {kind: "category", name: "place", label: "place", codes, levels: ["a", "b", "c"]}
    ]
  };
}

export const parameters = {
  C: 1,
  l1Ratio: 0.5,
  learningRate: 1,
  steps: 80,
  seed: 7,
  testShare: 0.2,
  embargo: true
};

/** A world without a browser: float64 steps, no clock, nothing cancelled. */
export const plainWorld: Surroundings = {
  start: proximalGradient,
  now: () => 0,
  pause: () => Promise.resolve(),
  cancelled: () => false,
  onProgress: () => undefined
};

/** The value of a result that must be one; fails with its sentence else. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** The sentence of a failure; empty for a success. */
export const messageOf = (result: Result<unknown>): string => (result.ok ? "" : result.message);
