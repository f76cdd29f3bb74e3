/**
 * Makes vectors orthogonal and of length 1, in place, each by what the ones before it leave of it; one that they leave
 * nothing of becomes 0. Returns R, row by row: the vectors as they were are the sums of the new ones by its columns.
 *
 * Method: modified Gram-Schmidt, each vector twice (Golub and Van Loan, "Matrix Computations", 5.2.8; "twice is
 * enough": Giraud, Langou and Rozložník 2005).
 *
 * @param vectors `count` of them, one after the other
 * @example orthonormalise(Float64Array.of(2, 0, 1, 1), 2) => [2, 1, 0, 1], the vectors becoming 1, 0 and 0, 1
 */
export function orthonormalise(vectors: Float64Array, count: number): Float64Array {
  const length = vectors.length / count;
  const r = new Float64Array(count * count);
  for (let j = 0; j < count; j++) {
    const own = vectors.subarray(j * length, (j + 1) * length);
    const before = norm(own);
    for (let pass = 0; pass < 2; pass++)
      for (let i = 0; i < j; i++) {
        const other = vectors.subarray(i * length, (i + 1) * length);
        let share = 0;
        for (let at = 0; at < length; at++) share += other[at] * own[at];
        if (share === 0) continue;
        for (let at = 0; at < length; at++) own[at] -= share * other[at];
        r[i * count + j] += share;
      }
    const left = norm(own);
    if (left > 1e-14 * before) {
      r[j * count + j] = left;
      for (let at = 0; at < length; at++) own[at] /= left;
    } else own.fill(0);
  }
  return r;
}

function norm(vector: Float64Array): number {
  let squares = 0;
  for (let at = 0; at < vector.length; at++) squares += vector[at] * vector[at];
  return Math.sqrt(squares);
}
