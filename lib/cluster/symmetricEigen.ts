import {rotation, turnRows} from "./rotation.js";

export interface Eigen {
  /** The largest first. */
  values: Float64Array;
  /** One of length 1 for each value, a row each. */
  vectors: Float64Array;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, for up to some hundred rows: it takes time in proportion to the
 * third power of `size`. A vector may as well have the opposite sign.
 *
 * Method: cyclic Jacobi rotations (C. G. J. Jacobi 1846; Golub and Van Loan, "Matrix Computations", 8.5).
 *
 * @param matrix `size` rows of `size` finite values
 * @example [...symmetricEigen(Float64Array.of(2, 1, 1, 2), 2).values] => [3, 1]
 */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  const nothing = 1e-17 * matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let sweep = 0, turned = true; turned && sweep < 60; sweep++) {
    turned = false;
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        const [pp, pq, qq] = [a[p * size + p], a[p * size + q], a[q * size + q]];
        if (Math.abs(pq) <= nothing) continue;
        turned = true;
        const [cosine, sine] = rotation(pp, pq, qq);
        turnRows(a, size, p, q, cosine, sine);
        for (let i = 0; i < size; i++) {
          const [x, y] = [a[i * size + p], a[i * size + q]];
          a[i * size + p] = cosine * x - sine * y;
          a[i * size + q] = sine * x + cosine * y;
        }
        a[p * size + q] = a[q * size + p] = 0;
        turnRows(vectors, size, p, q, cosine, sine);
      }
  }
  const order = Array.from({length: size}, (_, i) => i).sort((i, j) => a[j * size + j] - a[i * size + i]);
  const sorted = new Float64Array(size * size);
  order.forEach((i, place) => sorted.set(vectors.subarray(i * size, (i + 1) * size), place * size));
  return {values: Float64Array.from(order, (i) => a[i * size + i]), vectors: sorted};
}
