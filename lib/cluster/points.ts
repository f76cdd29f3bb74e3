import {formatCount} from "../format.js";
import type {Result} from "../result.js";
import {fail} from "../result.js";

/** Rows in a space of some dimensions, as one table row by row. */
export interface Points {
  /** `rows` times `width` values. */
  values: Float32Array;
  rows: number;
  /** Dimensions. */
  width: number;
}

/** The cluster of each row, 0 to k - 1. */
export type Labels = Uint8Array | Int32Array;

export type {Progress} from "../driven.js";

/**
 * Columns of one length as points, a row for each index, as they are: see `prepareColumns` for gaps and scales.
 * @throws RangeError when the columns differ in length
 * @example [...pointsFrom([Float32Array.of(1, 2), Float32Array.of(3, 4)]).values] => [1, 3, 2, 4]
 */
export function pointsFrom(columns: readonly Float32Array[]): Points {
  const width = columns.length;
  const rows = width ? columns[0].length : 0;
  const values = new Float32Array(rows * width);
  for (const [j, column] of columns.entries()) {
    if (column.length !== rows) throw new RangeError(`column of ${rows} rows expected: ${column.length}`);
    for (let row = 0; row < rows; row++) values[row * width + j] = column[row];
  }
  return {values, rows, width};
}

/**
 * The points of some rows, in the order of `chosen`, which may name a row more than once.
 * @example [...takeRows({values: Float32Array.of(5, 6, 7), rows: 3, width: 1}, Uint32Array.of(2, 2)).values] => [7, 7]
 */
export function takeRows({values, width}: Points, chosen: Uint32Array): Points {
  const taken = new Float32Array(chosen.length * width);
  for (let row = 0; row < chosen.length; row++) {
    const from = chosen[row] * width;
    for (let j = 0; j < width; j++) taken[row * width + j] = values[from + j];
  }
  return {values: taken, rows: chosen.length, width};
}

/**
 * Why nothing can be found among these points; `null` where there is a row, a dimension and no gap.
 * @throws RangeError when there are not `rows` times `width` values
 * @example badPoints({values: Float32Array.of(1), rows: 1, width: 1}) => null
 */
export function badPoints({values, rows, width}: Points): Result<never> | null {
  if (values.length !== rows * width)
    throw new RangeError(`${rows} x ${width} values expected: ${values.length}`);
  if (width < 1)
    return fail("columns", "There is no column to compare rows by. Choose at least one feature.");
  if (rows < 1) return fail("rows", "There are no rows to group: widen the period or the filters.");
  for (let at = 0; at < values.length; at++)
    if (!Number.isFinite(values[at])) {
      const place = `Row ${formatCount(Math.floor(at / width) + 1)} of column ${formatCount((at % width) + 1)}`;
      return fail("values", `${place} is a gap or infinite: fill the gaps first.`);
    }
  return null;
}

/**
 * How many different rows there are, counted up to `most`.
 * @example countDistinct({values: Float32Array.of(5, 5, 7), rows: 3, width: 1}, 9) => 2
 */
export function countDistinct({values, rows, width}: Points, most: number): number {
  const found: number[] = [];
  for (let row = 0; row < rows && found.length < most; row++) {
    const own = row * width;
    const seen = found.some((other) => {
      for (let j = 0; j < width; j++) if (values[own + j] !== values[other + j]) return false;
      return true;
    });
    if (!seen) found.push(own);
  }
  return found.length;
}
