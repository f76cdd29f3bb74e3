import {quantile} from "../metrics/quantile.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Points} from "./points.js";
import {pointsFrom} from "./points.js";

/** What to do with a column before rows are compared by it. */
export interface ColumnPlan {
  name: string;
  /** Takes ln(1 + x) first, for values of zero or more with a long tail, such as money and counts. */
  log?: boolean;
}

/** What was done with a column: enough to do it again, or undo it. */
export interface PreparedColumn {
  name: string;
  /** Its place among the columns that were given. */
  index: number;
  log: boolean;
  /** What stands for a gap, in the column's own unit. */
  median: number;
  /** How many gaps there were. */
  gaps: number;
  /** Mean and population standard deviation after the logarithm, if it was taken, with gaps filled. */
  mean: number;
  deviation: number;
}

/** A column that cannot tell rows apart: all its values are the same, or it has none. */
export interface LeftOut {
  name: string;
  why: "constant" | "empty";
}

export interface Prepared {
  /** A dimension for each of `columns`, each of mean 0 and standard deviation 1. */
  points: Points;
  columns: PreparedColumn[];
  leftOut: LeftOut[];
}

/**
 * Makes columns comparable: gaps (NaN) get the column's median, long tails a logarithm where asked, and all columns
 * mean 0 and standard deviation 1, so that none outweighs the others by its unit. A column that is constant once its
 * gaps are filled is left out and named.
 *
 * @param plans one for each column
 * @throws RangeError when the columns differ in length, or a plan is missing
 * @example prepareColumns([Float32Array.of(1, NaN, 3)], [{name: "orders"}]).value.columns[0].median => 2
 */
export function prepareColumns(
  columns: readonly Float32Array[],
  plans: readonly ColumnPlan[]
): Result<Prepared> {
  if (plans.length !== columns.length)
    throw new RangeError(`${columns.length} plans expected: ${plans.length}`);
  for (const {length} of columns)
    if (length !== columns[0].length)
      throw new RangeError(`column of ${columns[0].length} rows expected: ${length}`);
  if (!columns.length)
    return fail("columns", "There is no column to compare rows by. Choose at least one feature.");
  if (!columns[0].length) return fail("rows", "There are no rows to group: widen the period or the filters.");
  const prepared: PreparedColumn[] = [];
  const leftOut: LeftOut[] = [];
  for (const [index, column] of columns.entries()) {
    const {name, log = false} = plans[index];
    const told = Float64Array.from(column.filter((value) => !Number.isNaN(value))).sort();
    if (told[0] === -Infinity || told.at(-1) === Infinity)
      return fail("values", `${name} has an infinite value: leave the column out, or correct its values.`);
    if (log && told[0] < 0)
      return fail("log", `${name} has values below 0, of which there is no logarithm: choose none for it.`);
    if (!told.length || told[0] === told.at(-1)) {
      leftOut.push({name, why: told.length ? "constant" : "empty"});
      continue;
    }
    const plan = {...{name, index, log}, median: quantile(told, 0.5), gaps: column.length - told.length};
    prepared.push({...plan, ...spread(Float64Array.from(column, (value) => filled(value, plan)))});
  }
  if (!prepared.length)
    return fail("constant", "No column tells rows apart: each is constant or empty. Choose other features.");
  return ok({points: preparePoints(columns, prepared), columns: prepared, leftOut});
}

/**
 * Other rows of the same columns on the scale of those that were prepared, such as the same people at a later date.
 * @param columns all that were given, in the same order
 * @example preparePoints(columns, prepared.columns) => prepared.points
 */
export const preparePoints = (
  columns: readonly Float32Array[],
  prepared: readonly PreparedColumn[]
): Points =>
  pointsFrom(
    prepared.map((plan) =>
      columns[plan.index].map((value) => (filled(value, plan) - plan.mean) / plan.deviation)
    )
  );

const filled = (value: number, {log, median}: Pick<PreparedColumn, "log" | "median">): number => {
  const known = Number.isNaN(value) ? median : value;
  return log ? Math.log1p(known) : known;
};

/** As `scaling` of lib/learn, but without its threshold: whether a column is constant is known here. */
function spread(values: Float64Array): {mean: number; deviation: number} {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {mean, deviation: Math.sqrt(squares / values.length)};
}
