import type {Result} from "../../result.js";
import {ok} from "../../result.js";
import type {Column} from "../problem.js";
import type {Resampled, SmoteOptions} from "./task.js";
import {interpolated, longerLabels, surroundings, taskOf} from "./task.js";

/**
 * Makes synthetic rows of the rarer class until both classes are equal: each lies on the straight line from a row to
 * one of its k nearest neighbours of that class (Chawla, Bowyer, Hall and Kegelmeyer 2002; as imbalanced-learn's
 * SMOTE). Every column is treated as a number. To be used on training rows only, with gaps filled and on one scale.
 * Gives way often, with the share done. Fails, with a sentence, on one class, missing values, or fewer than k + 1 rows.
 *
 * @param values columns of standardised numbers, a row each
 * @example finish(smote([Float32Array.of(0, 1, 5, 6, 7)], Uint8Array.of(1, 1, 0, 0, 0), {k: 1, seed: 1})).value.synthetic => 1
 */
export function* smote<C extends Column>(
  values: readonly C[],
  labels: Uint8Array,
  options: SmoteOptions
): Generator<{share: number}, Result<Resampled<C>>> {
  const task = taskOf(values, labels, options);
  if (!task.ok) return task;
  const around = yield* surroundings(task.value, values, options.kernels);
  const columns: C[] = [];
  for (const column of values) {
    columns.push(interpolated(column, task.value, around));
    yield {share: 0.9 + (0.1 * columns.length) / values.length};
  }
  return ok({values: columns, labels: longerLabels(labels, task.value), synthetic: task.value.count});
}
