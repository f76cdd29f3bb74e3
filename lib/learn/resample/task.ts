import {formatCount} from "../../format.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {Column} from "../problem.js";
import {rowsByClass} from "../validation/rowsByClass.js";
import type {Draws} from "./draws.js";
import {draws} from "./draws.js";
import {neighbours} from "./neighbours.js";
import {pointsOf} from "./points.js";

export interface SmoteOptions {
  /** How many neighbours a synthetic row may go towards. */
  k?: number;
  seed: number;
  /** In place of the seed's; as many rows are made as it holds. */
  draws?: Draws;
  /** The kernels, for WebAssembly; without them the same neighbours are found more slowly. */
  kernels?: WebAssembly.Module;
}

/** The rows given, then the synthetic ones. */
export interface Resampled<C extends Column> {
  values: C[];
  labels: Uint8Array;
  synthetic: number;
}

/** What is to be made of what. */
export interface Task {
  k: number;
  /** Label and rows of the rarer class. */
  label: number;
  rows: Uint32Array;
  drawn: Draws;
  count: number;
}

/** Reads what there is to do; fails, with a sentence, where it cannot be done. */
export function taskOf(values: readonly Column[], labels: Uint8Array, options: SmoteOptions): Result<Task> {
  const {k = 5, seed} = options;
  if (!Number.isInteger(k) || k < 1)
    return fail("neighbours", `The number of neighbours must be a whole number from 1, not ${k}`);
  if (!values.length) return fail("no-columns", "There is no column to make synthetic rows from.");
  const classes = rowsByClass(labels, 1);
  if (!classes.ok) return classes;
  const label = Number(classes.value[1].length <= classes.value[0].length);
  const rows = classes.value[label];
  if (rows.length < k + 1)
    return fail(
      "few-of-class",
      `The rarer outcome has ${formatCount(rows.length)} of ${formatCount(labels.length)} rows, and synthetic ones between a row and its ${k} neighbours need at least ${k + 1}.`
    );
  // Beyond 1e15 the squares leave the range of float32.
  if (values.some((column) => rows.some((row) => !(Math.abs(column[row]) < 1e15))))
    return fail(
      "not-finite",
      "Some values are missing or out of range: fill the gaps and standardise the columns first."
    );
  const count = options.draws?.base.length ?? classes.value[1 - label].length - rows.length;
  return ok({k, label, rows, drawn: options.draws ?? draws(count, rows.length, k, seed), count});
}

/** The rows that are started from, each once, and their neighbours. */
export interface Surroundings {
  /** Where a row of the rarer class stands among the rows started from; -1 if it is none. */
  place: Int32Array;
  bases: Uint32Array;
  /** k for each base: rows, counted among the rarer class. */
  nearest: Uint32Array;
}

/** Finds the neighbours of the rows that were drawn, among the rarer class; these columns say how far they are apart. */
export function* surroundings(
  {rows, drawn, count, k}: Task,
  columns: readonly Column[],
  kernels?: WebAssembly.Module
): Generator<{share: number}, Surroundings> {
  const place = new Int32Array(rows.length).fill(-1);
  for (let i = 0; i < count; i++) place[drawn.base[i]] = 0;
  const bases = Uint32Array.from(place.keys()).filter((row) => place[row] === 0);
  bases.forEach((row, index) => (place[row] = index));
  const search = neighbours(pointsOf(columns, rows), bases, k, kernels);
  for (;;) {
    const {done, value} = search.next();
    if (done) return {place, bases, nearest: value};
    yield {share: 0.9 * value};
  }
}

/** Puts the labels of the synthetic rows after those given. */
export function longerLabels(labels: Uint8Array, {label, count}: Task): Uint8Array {
  const longer = new Uint8Array(labels.length + count).fill(label);
  longer.set(labels);
  return longer;
}

/** A copy of a column with room for more rows. */
export function longer<C extends Column>(column: C, count: number): C {
  const Kind = column.constructor as new (length: number) => C;
  const copy = new Kind(column.length + count);
  copy.set(column);
  return copy;
}

/** Puts synthetic numbers after a column's own: base + gap (neighbour - base). */
export function interpolated<C extends Column>(
  column: C,
  {rows, drawn, count, k}: Task,
  {place, nearest}: Surroundings
): C {
  const numbers = longer(column, count);
  for (let i = 0; i < count; i++) {
    const base = drawn.base[i];
    const from = column[rows[base]];
    const to = column[rows[nearest[place[base] * k + drawn.neighbour[i]]]];
    numbers[column.length + i] = from + drawn.gap[i] * (to - from);
  }
  return numbers;
}
