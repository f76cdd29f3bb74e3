import {pointUp} from "../cluster/pointUp.js";
import {truncatedSvd} from "../cluster/truncatedSvd.js";
import {randomStream} from "../random/streams.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Csr} from "./csr.js";
import {orthonormalise} from "./orthonormalise.js";
import type {Progress} from "./recommender.js";
import {wholeNumber} from "./wholeNumber.js";

export interface SparseSvdOptions {
  /** How many singular values, at most the lesser of rows and columns. */
  k: number;
  seed: number;
  /** Vectors that are carried along beyond k, for the last of them to be right. */
  extra?: number;
  /** At most. */
  iterations?: number;
  /** Stops when none of the squares of the k singular values changes by more than this share of it. */
  tolerance?: number;
}

export interface SparseSvd {
  /** The largest first. */
  singularValues: Float64Array;
  /** k rows, one value a column: of length 1, or all 0 where the singular value is. Its largest value is above 0. */
  right: Float64Array;
  iterations: number;
  /** Whether it stopped by itself. */
  converged: boolean;
}

/**
 * The k largest singular values of a sparse matrix and their right vectors; columns are not centred. The left ones are
 * the matrix times the right ones, over the singular values.
 *
 * Method: randomised subspace iteration (Halko, Martinsson and Tropp, "Finding structure with randomness", 2011) on
 * the columns' side, then the SVD of the small triangle that is left.
 *
 * @example finish(sparseSvd(csr(2, 2, [0, 1], [0, 1], [3, 4]), {k: 1, seed: 1})).value.singularValues => [4]
 */
export function* sparseSvd(
  matrix: Csr,
  {k, seed, extra = 10, iterations = 30, tolerance = 1e-6}: SparseSvdOptions
): Generator<Progress, Result<SparseSvd>> {
  const {rows, columns} = matrix;
  if (!matrix.values.some((value) => value !== 0))
    return fail("empty", "The matrix holds nothing but zeros: there is nothing to take apart.");
  const few = wholeNumber("factors", k, 1, Math.min(rows, columns));
  if (!few.ok) return few;
  const width = Math.min(k + extra, rows, columns);
  const random = randomStream("recommend.svd", seed);
  // An empty column has no part in any vector, and takes no draw.
  const filled = new Uint8Array(columns);
  for (const column of matrix.indices) filled[column] = 1;
  const vectors = Float64Array.from({length: width * columns}, (_, at) =>
    filled[at % columns] ? 2 * random() - 1 : 0
  );
  orthonormalise(vectors, width);
  const image = new Float64Array(rows);
  let squares: Float64Array = new Float64Array(k);
  let [done, converged] = [0, false];
  while (!converged && done < iterations) {
    for (let j = 0; j < width; j++) {
      const vector = vectors.subarray(j * columns, (j + 1) * columns);
      multiply(matrix, vector, image);
      multiplyTransposed(matrix, image, vector);
    }
    // What the triangle takes apart to are the squares of the singular values, as far as they are known.
    const found = truncatedSvd({values: orthonormalise(vectors, width), rows: width, width}, k);
    if (!found.ok) return found;
    const now = found.value.singularValues;
    const before = squares;
    converged = now.every((value, i) => Math.abs(value - before[i]) <= tolerance * value + 1e-15 * now[0]);
    squares = now;
    done++;
    yield {share: done / (iterations + 1), doing: "iterating"};
  }
  const images = new Float64Array(width * rows);
  for (let j = 0; j < width; j++)
    multiply(
      matrix,
      vectors.subarray(j * columns, (j + 1) * columns),
      images.subarray(j * rows, (j + 1) * rows)
    );
  const small = truncatedSvd({values: orthonormalise(images, width), rows: width, width}, k);
  if (!small.ok) return small;
  const right = new Float64Array(k * columns);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < width; j++) {
      const share = small.value.right[i * width + j];
      for (let column = 0; column < columns; column++)
        right[i * columns + column] += share * vectors[j * columns + column];
    }
  pointUp(right, columns);
  return ok({singularValues: small.value.singularValues, right, iterations: done, converged});
}

function multiply({rows, indptr, indices, values}: Csr, vector: Float64Array, out: Float64Array): void {
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let at = indptr[row]; at < indptr[row + 1]; at++) sum += values[at] * vector[indices[at]];
    out[row] = sum;
  }
}

function multiplyTransposed(
  {rows, indptr, indices, values}: Csr,
  vector: Float64Array,
  out: Float64Array
): void {
  out.fill(0);
  for (let row = 0; row < rows; row++)
    for (let at = indptr[row]; at < indptr[row + 1]; at++) out[indices[at]] += values[at] * vector[row];
}
