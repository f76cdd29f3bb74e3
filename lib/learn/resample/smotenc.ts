import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {ExampleColumn} from "../examples.js";
import type {Column} from "../problem.js";
import {levelCoordinates, medianDeviation, nominals, typical} from "./nominal.js";
import type {Nominal} from "./nominal.js";
import type {Resampled, SmoteOptions, Surroundings, Task} from "./task.js";
import {interpolated, longer, longerLabels, surroundings, taskOf} from "./task.js";

/**
 * SMOTE for numbers beside flags and levels (SMOTE-NC; Chawla and others 2002, section 6.1). Numbers lie between a row
 * and its neighbour; a flag or a one-hot feature takes the commonest level of the k neighbours, a tie going to the
 * nearest of them, so that no row is half in one region. Two rows at different levels of a feature are as far apart
 * in it as the median of the numbers' standard deviations within the rarer class. Else as `smote`.
 *
 * @param columns what each column is; the level columns of one feature belong together
 * @param values standardised, with gaps filled
 * @example finish(smotenc(columns, values, labels, {k: 3, seed: 1})).value.synthetic => 5, for 9 rows against 14
 */
export function* smotenc<C extends Column>(
  columns: readonly Pick<ExampleColumn, "feature" | "kind">[],
  values: readonly C[],
  labels: Uint8Array,
  options: SmoteOptions
): Generator<{share: number}, Result<Resampled<C>>> {
  const read = taskOf(values, labels, options);
  if (!read.ok) return read;
  const task = read.value;
  const {rows, count} = task;
  const numbers = values.filter((_, j) => columns[j].kind === "number");
  if (!numbers.length)
    return fail(
      "no-numbers",
      "All columns are flags or levels: SMOTE-NC needs at least one number to lie between rows."
    );
  const features = nominals(columns, values, rows);
  const apart = medianDeviation(numbers, rows);
  const own = (column: C) => Float64Array.from(rows, (row) => column[row]);
  const space = [...numbers.map(own), ...features.flatMap((feature) => levelCoordinates(feature, apart))];
  const among = {...task, rows: Uint32Array.from(rows.keys())};
  const around = yield* surroundings(among, space, options.kernels);

  const resampled: C[] = [];
  for (const [j, column] of values.entries()) {
    const feature = features.find((nominal) => nominal.columns.includes(j));
    resampled.push(feature ? withTypical(column, feature, task, around) : interpolated(column, task, around));
    yield {share: 0.9 + (0.1 * resampled.length) / values.length};
  }
  return ok({values: resampled, labels: longerLabels(labels, task), synthetic: count});
}

function withTypical<C extends Column>(
  column: C,
  feature: Nominal,
  {rows, drawn, count, k}: Task,
  {place, bases, nearest}: Surroundings
): C {
  const typicalOf = bases.map((_, index) => typical(feature, nearest, index * k, k));
  const copied = longer(column, count);
  for (let i = 0; i < count; i++) copied[column.length + i] = column[rows[typicalOf[place[drawn.base[i]]]]];
  return copied;
}
