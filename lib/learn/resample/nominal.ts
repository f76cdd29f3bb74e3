import {quantile} from "../../metrics/quantile.js";
import type {ExampleColumn} from "../examples.js";
import type {Column} from "../problem.js";
import {scaling} from "../scaling.js";

/** A feature whose values have no order, with its columns and each row's level: a column's number, or -1 for none. */
export interface Nominal {
  columns: number[];
  levels: Int32Array;
}

/**
 * The features that are no numbers: each flag for itself, and the level columns of a feature together. A row is at the
 * level whose column is above the middle of that column's range, so that standardised columns will do.
 */
export function nominals(
  columns: readonly Pick<ExampleColumn, "feature" | "kind">[],
  values: readonly Column[],
  rows: Uint32Array
): Nominal[] {
  const byFeature = new Map<string, number[]>();
  columns.forEach(({feature, kind}, j) => {
    if (kind === "number") return;
    const key = kind === "flag" ? `flag ${j}` : `level of ${feature}`;
    byFeature.set(key, [...(byFeature.get(key) ?? []), j]);
  });
  return [...byFeature.values()].map((group) => {
    const levels = new Int32Array(rows.length).fill(-1);
    for (const j of group.toReversed()) {
      const middle = middleOf(values[j]);
      rows.forEach((row, i) => {
        if (values[j][row] > middle) levels[i] = j;
      });
    }
    return {columns: group, levels};
  });
}

function middleOf(column: Column): number {
  let low = Infinity;
  let high = -Infinity;
  for (const value of column) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return (low + high) / 2;
}

/** The median, over the number columns, of the standard deviation among the rows; what a different level counts for. */
export function medianDeviation(numbers: readonly Column[], rows: Uint32Array): number {
  const deviations = Float64Array.from(numbers, (column) => {
    const constant = rows.every((row) => column[row] === column[rows[0]]);
    return constant ? 0 : scaling(Float64Array.from(rows, (row) => column[row])).deviation;
  });
  return quantile(deviations.sort(), 0.5);
}

/** Columns in which rows at different levels are `apart` from one another, whichever the levels are. */
export function levelCoordinates({levels}: Nominal, apart: number): Float32Array[] {
  const seen = [...new Set(levels)];
  return seen.map((level) => Float32Array.from(levels, (own) => (own === level ? apart / Math.SQRT2 : 0)));
}

/** Among k neighbours, the first that is at their commonest level; of levels equally common, the one that comes first. */
export function typical({levels}: Nominal, nearest: Uint32Array, from: number, k: number): number {
  let best = nearest[from];
  let most = 0;
  for (let i = from; i < from + k; i++) {
    let count = 0;
    for (let j = from; j < from + k; j++) if (levels[nearest[j]] === levels[nearest[i]]) count++;
    if (count > most) {
      most = count;
      best = nearest[i];
    }
  }
  return best;
}
