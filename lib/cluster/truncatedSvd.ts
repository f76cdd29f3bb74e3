import {formatCount} from "../format.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {pointUp} from "./pointUp.js";
import {rotation, turnRows} from "./rotation.js";

/** A table of finite numbers, row by row. */
export interface Matrix {
  values: ArrayLike<number>;
  rows: number;
  width: number;
}

/** The product of `left`, the singular values on a diagonal, and `right` is the nearest matrix of rank k. */
export interface TruncatedSvd {
  /** The largest first. */
  singularValues: Float64Array;
  /** `rows` rows of k values; a column of length 1 for each singular value, of zeros where that is 0. */
  left: Float64Array;
  /** k rows of `width` values, of length 1 each. Its largest value in size is above 0. */
  right: Float64Array;
}

/**
 * The k largest singular values of a small, full matrix and their vectors; columns are not centred. Time grows with the
 * square of the columns: for up to some hundred.
 *
 * Method: one-sided Jacobi rotations (M. R. Hestenes 1958; Golub and Van Loan, "Matrix Computations", 8.6.3), which
 * are accurate for small singular values too.
 *
 * @param k at most the lesser of rows and columns
 * @throws RangeError when there are not `rows` times `width` values
 * @example truncatedSvd({values: [3, 0, 0, 4], rows: 2, width: 2}, 1).value.singularValues => [4]
 */
export function truncatedSvd({values, rows, width}: Matrix, k: number): Result<TruncatedSvd> {
  if (values.length !== rows * width)
    throw new RangeError(`${rows} x ${width} values expected: ${values.length}`);
  if (!values.length)
    return fail("empty", "The matrix has no rows or no columns: there is nothing to take apart.");
  if (!(Number.isInteger(k) && k >= 1 && k <= Math.min(rows, width)))
    return fail(
      "k",
      `The number of singular values must be a whole number from 1 to ${formatCount(Math.min(rows, width))}, not ${k}.`
    );
  for (let at = 0; at < values.length; at++)
    if (!Number.isFinite(values[at]))
      return fail("values", "The matrix has a gap or an infinite value: fill it first.");
  const columns = Float64Array.from(
    {length: width * rows},
    (_, at) => values[(at % rows) * width + Math.floor(at / rows)]
  );
  const turned = new Float64Array(width * width);
  for (let j = 0; j < width; j++) turned[j * width + j] = 1;
  makeOrthogonal(columns, rows, turned, width);
  const lengths = Float64Array.from({length: width}, (_, j) => Math.sqrt(product(columns, rows, j, j)));
  const order = Array.from(lengths, (_, j) => j)
    .sort((a, b) => lengths[b] - lengths[a])
    .slice(0, k);
  const right = new Float64Array(k * width);
  order.forEach((j, place) => right.set(turned.subarray(j * width, (j + 1) * width), place * width));
  const signs = pointUp(right, width);
  const least = 1e-14 * lengths[order[0]];
  const left = Float64Array.from({length: rows * k}, (_, at) => {
    const j = order[at % k];
    return lengths[j] > least ? (signs[at % k] * columns[j * rows + Math.floor(at / k)]) / lengths[j] : 0;
  });
  return ok({singularValues: Float64Array.from(order, (j) => lengths[j]), left, right});
}

/** Turns columns, here a row each, into each other until they are orthogonal, and `turned` with them. */
function makeOrthogonal(columns: Float64Array, rows: number, turned: Float64Array, width: number): void {
  for (let sweep = 0, busy = true; busy && sweep < 60; sweep++) {
    busy = false;
    for (let p = 0; p < width; p++)
      for (let q = p + 1; q < width; q++) {
        const [pp, pq, qq] = [
          product(columns, rows, p, p),
          product(columns, rows, p, q),
          product(columns, rows, q, q)
        ];
        if (Math.abs(pq) <= 1e-15 * Math.sqrt(pp) * Math.sqrt(qq)) continue;
        busy = true;
        const [cosine, sine] = rotation(pp, pq, qq);
        turnRows(columns, rows, p, q, cosine, sine);
        turnRows(turned, width, p, q, cosine, sine);
      }
  }
}

function product(columns: Float64Array, rows: number, p: number, q: number): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += columns[p * rows + row] * columns[q * rows + row];
  return sum;
}
