import {describe, expect, it} from "vitest";
import {briefSpecs} from "../../../lib/learn/families.js";
import {finish} from "../../../lib/learn/finish.js";
import {lossByRound} from "../../../lib/pipeline/lossByRound.js";
import {trainTrees} from "../../../lib/learn/trees/train.js";
import {randomSource} from "../../../lib/random/source.js";
import {valueOf} from "../learn/support.js";

const rows = 600;
const random = randomSource(3);
const columns = [0, 1].map(() =>
  Float32Array.from({length: rows}, () => (random() < 0.1 ? NaN : Math.round(20 * random()) / 20))
);
const labels = Uint8Array.from(columns[0], (x) => Number(random() < (x > 0.5 ? 0.7 : 0.2)));
const train = Uint32Array.from({length: 400}, (_, row) => row);
const validation = Uint32Array.from({length: 200}, (_, row) => 400 + row);
const of = (some: Uint32Array) => ({
  columns: columns.map((column) => Float32Array.from(some, (row) => column[row])),
  labels: Uint8Array.from(some, (row) => labels[row])
});

describe("the loss by round of a finished model", () => {
  it.each([
    {...briefSpecs.xgboost, rounds: 25, eta: 0.3, alpha: 0},
    {...briefSpecs.boosting, rounds: 25, learningRate: 0.3, minLeafRows: 5}
  ])("of $family is what its training told of the same rows", (spec) => {
    const trained = valueOf(
      finish(
        trainTrees(undefined, {columns, features: ["x", "y"], labels, rows: train, validation, seed: 1}, spec)
      )
    );
    for (const [some, told] of [
      [train, trained.curve.train],
      [validation, trained.curve.validation]
    ] as const) {
      const {columns, labels} = of(some);
      const losses = finish(lossByRound(trained.model, columns, labels));
      expect(losses).toHaveLength(25);
      losses.forEach((loss, round) => expect(loss).toBeCloseTo(told?.[round] ?? NaN, 5));
    }
  });
});
