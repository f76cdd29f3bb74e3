import {tQuantile} from "../distributions/studentT.js";
import type {Examples} from "../learn/examples.js";
import {logLoss} from "../metrics/logLoss.js";
import {rocAuc} from "../metrics/rocAuc.js";
import {shuffle} from "../random/shuffle.js";
import {randomStream} from "../random/streams.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";

/** How good scores are; `null` where it cannot be told. `sign` is 1 where more is better and -1 where less is. */
export interface ImportanceMetric {
  sign: 1 | -1;
  of: (labels: Uint8Array, probabilities: Float64Array) => number | null;
}

/** By how much the area under the ROC curve falls. */
export const rocAucDrop: ImportanceMetric = {sign: 1, of: rocAuc};

/** By how much the mean log loss rises, in nats. */
export const logLossRise: ImportanceMetric = {sign: -1, of: logLoss};

/** What a model loses when a feature's values are dealt out to the wrong rows. */
export interface Importance {
  feature: string;
  /** Mean loss of the metric over the shuffles; near 0, or below it by chance, for what the model does not need. */
  mean: number;
  /** Student's t interval of the mean over the shuffles: noise of shuffling, not of the rows. */
  low: number;
  high: number;
  /** The loss in each shuffle. */
  drops: number[];
}

export interface ImportanceOptions {
  seed: number;
  metric?: ImportanceMetric;
  /** Shuffles of each feature, at least 2. */
  repeats?: number;
  /** Of the interval. */
  level?: number;
  /** Whether the model looks at a column; what it does not look at is worth 0 without a shuffle. */
  looksAt?: (column: number) => boolean;
}

/**
 * Permutation importance of every feature, the most important first (Breiman 2001; Fisher, Rudin and Dominici 2019).
 * The columns of a one-hot feature are shuffled together. Each shuffle has a stream of random numbers of its own, so
 * that it does not depend on the others. Gives way after each shuffle.
 *
 * @param score gives the model's probabilities, a row each
 * @example finish(permutationImportance(() => Float64Array.of(0.1, 0.9), examples, {seed: 1})) => drops of 0
 */
export function* permutationImportance(
  score: (columns: readonly Float32Array[]) => Float64Array,
  {columns, values, labels}: Pick<Examples, "columns" | "values" | "labels">,
  {seed, metric = rocAucDrop, repeats = 10, level = 0.95, looksAt = () => true}: ImportanceOptions
): Generator<{share: number}, Result<Importance[]>> {
  if (!(repeats >= 2))
    return fail("repeats", `at least 2 shuffles are needed for an interval, not ${repeats}`);
  const whole = metric.of(labels, score(values));
  if (whole === null) return fail("labels", "Importance needs rows of both outcomes to judge the model by");
  const width = tQuantile((1 + level) / 2, repeats - 1) / Math.sqrt(repeats);
  const features = [...new Set(columns.map(({feature}) => feature))];
  const importances: Importance[] = [];
  for (const [index, feature] of features.entries()) {
    const own = columns.flatMap((column, j) => (column.feature === feature ? [j] : []));
    const drops: number[] = [];
    for (let repeat = 0; repeat < repeats; repeat++) {
      if (!own.some(looksAt)) {
        drops.push(0);
        continue;
      }
      const rows = Uint32Array.from(labels, (_, row) => row);
      const order = shuffle(rows, randomStream("explain.importance", seed, index, repeat));
      const mixed = values.map((column, j) => (own.includes(j) ? dealt(column, order) : column));
      const left = metric.of(labels, score(mixed)) ?? whole;
      drops.push(metric.sign > 0 ? whole - left : left - whole);
      yield {share: (index + (repeat + 1) / repeats) / features.length};
    }
    const mean = drops.reduce((sum, drop) => sum + drop, 0) / repeats;
    const squares = drops.reduce((sum, drop) => sum + (drop - mean) ** 2, 0);
    const reach = width * Math.sqrt(squares / (repeats - 1));
    importances.push({feature, mean, low: mean - reach, high: mean + reach, drops});
  }
  return ok(importances.sort((a, b) => b.mean - a.mean));
}

function dealt(column: Float32Array, order: Uint32Array): Float32Array {
  const mixed = new Float32Array(column.length);
  for (let row = 0; row < order.length; row++) mixed[row] = column[order[row]];
  return mixed;
}
