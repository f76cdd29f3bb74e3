import type {GramOptions} from "./gram.js";
import {weightedGram} from "./gram.js";
import type {Problem} from "./problem.js";
import {totalWeight} from "./problem.js";

const iterations = 60;
/** The power iteration comes from below; this is more than it misses. */
const caution = 1.05;

/**
 * The largest learning rate at which steps of proximal gradient are sure to converge: 1 over the largest eigenvalue
 * that the mean log loss's curvature can have, that of `sum_i share_i x_i x_i' / 4` (with a column of ones), found by
 * power iteration.
 * @example finish(safeLearningRate({columns: [], labels: Uint8Array.of(0, 1), penalty})) => 4 / 1.05
 */
export function* safeLearningRate(problem: Problem, {module}: GramOptions = {}): Generator<void, number> {
  const {columns, labels, weights} = problem;
  const total = totalWeight(problem);
  const gram = yield* weightedGram(
    columns,
    Float64Array.from(labels, (_, row) => (weights ? weights[row] : 1) / (4 * total)),
    {module}
  );
  const size = columns.length + 1;
  let vector = Float64Array.from({length: size}, (_, j) => gram[j * size + j]);
  let eigenvalue = 0;
  for (let iteration = 0; iteration < iterations; iteration++) {
    const length = Math.hypot(...vector);
    const next = new Float64Array(size);
    for (let j = 0; j < size; j++)
      for (let k = 0; k < size; k++) next[j] += (gram[j * size + k] * vector[k]) / length;
    eigenvalue = Math.hypot(...next);
    vector = next;
  }
  return 1 / (caution * eigenvalue);
}
