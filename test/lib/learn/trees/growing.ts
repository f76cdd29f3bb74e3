import fc from "fast-check";
import {binColumns} from "../../../../lib/learn/trees/bins.js";
import type {Bins, GrowParameters, GrownTree, Grower} from "../../../../lib/learn/trees/grower.js";
import {randomSource} from "../../../../lib/random/source.js";

/** XGBoost's parameters by default: depth 3, lambda 1, minChildWeight 1. */
export const usual: GrowParameters = {
  ...{maxDepth: 3, minChildWeight: 1, minLeafRows: 0},
  ...{alpha: 0, lambda: 1, gamma: 0}
};

/** A matrix to grow on, as a case of its own. */
export interface Case {
  columns: Float32Array[];
  labels: Float32Array;
  weights: Float32Array;
  bins: Bins;
}

const shapes: ((random: () => number) => number)[] = [
  (random) => random(),
  (random) => Math.floor(3 * random()),
  () => 7,
  () => NaN,
  (random) => Math.round(100 * random()) / 10,
  (random) => (random() < 0.03 ? 1 : 0),
  (random) => (random() < 0.95 ? NaN : random())
];

/** Columns with ties, missing values, flags and constants; labels that lean on them, or of one class. */
export function caseOf(
  rows: number,
  kinds: readonly number[],
  seed: number,
  maxBins = 64,
  exact = false
): Case {
  const random = randomSource(seed);
  const missing = kinds.map(() => (random() < 0.5 ? 0 : 0.4 * random()));
  const columns = kinds.map((kind, j) =>
    Float32Array.from({length: rows}, () => (random() < missing[j] ? NaN : shapes[kind](random)))
  );
  const single = random() < 0.1;
  const labels = Float32Array.from({length: rows}, (_, row) => {
    const leaning = columns
      .slice(0, 3)
      .map(({[row]: value}) => Number(Number.isNaN(value) || value % 2 > 0.5));
    const share = leaning.reduce((sum, leans) => sum + leans, 0) / Math.max(1, leaning.length);
    return single || random() < 0.1 + 0.8 * share ? 1 : 0;
  });
  const weights = labels.map(() => (random() < 0.2 ? 2.1 : 1));
  return {columns, labels, weights, bins: {...binColumns(columns, {maxBins, exact}), rows}};
}

/** Cases from none to some hundreds of rows. */
export const cases = fc
  .record({
    rows: fc.constantFrom(0, 1, 2, 9, 60, 400, 400, 1500, 1500),
    kinds: fc.array(fc.nat(shapes.length - 1), {maxLength: 14, size: "max"}),
    seed: fc.nat(),
    maxBins: fc.constantFrom(2, 8, 64, 256, 1000),
    exact: fc.boolean()
  })
  .map(({rows, kinds, seed, maxBins, exact}) => caseOf(rows, kinds, seed, maxBins, exact));

/** Parameters of all kinds, shallow and deep. */
export const parameters = fc.record({
  maxDepth: fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8),
  minChildWeight: fc.constantFrom(0, 0.5, 5),
  minLeafRows: fc.constantFrom(0, 1, 12),
  alpha: fc.constantFrom(0, 0, 0.5, 3),
  lambda: fc.constantFrom(0, 1, 1, 5),
  gamma: fc.constantFrom(0, 0, 0.7),
  doubleGain: fc.boolean()
});

/** Makes the first gradients: labels and weights of a case, from the margins as they stand. */
export function prepare(grower: Grower, {labels, weights}: Case): Grower {
  grower.labels.set(labels);
  grower.weights.set(weights);
  grower.logisticGradients();
  return grower;
}

/** The leaf that a row's own values lead to. */
export function leafOf(tree: GrownTree, columns: readonly Float32Array[], row: number): number {
  let node = 0;
  while (tree.feature[node] >= 0) {
    const value = columns[tree.feature[node]][row];
    const left = Number.isNaN(value) ? tree.defaultLeft[node] === 1 : value < tree.threshold[node];
    node = left ? tree.left[node] : tree.right[node];
  }
  return node;
}
