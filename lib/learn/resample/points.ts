import type {Column} from "../problem.js";

/** Rows of a matrix one after the other, in float32, padded with zeros. */
export interface Points {
  count: number;
  /** Numbers of a row; a multiple of 4. */
  width: number;
  /** One more row of zeros where the count is odd. */
  values: Float32Array;
}

/**
 * Some of the rows of a matrix by columns, as points.
 * @example pointsOf([Float32Array.of(1, 2, 3)], Uint32Array.of(2, 0)).values => [3, 0, 0, 0, 1, 0, 0, 0]
 */
export function pointsOf(columns: readonly Column[], rows: Uint32Array): Points {
  const width = 4 * Math.ceil(columns.length / 4);
  const values = new Float32Array((rows.length + (rows.length % 2)) * width);
  columns.forEach((column, j) => {
    for (let i = 0; i < rows.length; i++) values[i * width + j] = column[rows[i]];
  });
  return {count: rows.length, width, values};
}
