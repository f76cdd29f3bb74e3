/**
 * The cosine and sine of the rotation in a plane that makes the off-diagonal value `pq` of a symmetric matrix 0, by the
 * smaller of the two angles (Golub and Van Loan, "Matrix Computations", 8.5.2).
 * @param pq not 0
 * @example rotation(2, 1, 2) => [0.7071, 0.7071]
 */
export function rotation(pp: number, pq: number, qq: number): [cosine: number, sine: number] {
  const tau = (qq - pp) / (2 * pq);
  const tangent = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.hypot(1, tau));
  const cosine = 1 / Math.hypot(1, tangent);
  return [cosine, tangent * cosine];
}

/** Turns rows p and q of a table into each other, in place. @example turnRows(table, 2, 0, 1, 0, 1) => row 1 negated, row 0 */
export function turnRows(
  table: Float64Array,
  width: number,
  p: number,
  q: number,
  cosine: number,
  sine: number
): void {
  for (let j = 0; j < width; j++) {
    const [x, y] = [table[p * width + j], table[q * width + j]];
    table[p * width + j] = cosine * x - sine * y;
    table[q * width + j] = sine * x + cosine * y;
  }
}
