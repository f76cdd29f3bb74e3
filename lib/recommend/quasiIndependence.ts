const [mostRounds, tolerance] = [500, 1e-10];

/**
 * What a square table without a diagonal would hold if rows and columns met at random, each as often as it does: the
 * quasi-independence model (L. A. Goodman, "The analysis of cross-classified data", 1968), by iterative proportional
 * fitting.
 * @param table symmetric counts, row by row; the diagonal does not count
 * @example quasiIndependence([0, 2, 2, 2, 0, 2, 2, 2, 0], 3) => [0, 2, 2, 2, 0, 2, 2, 2, 0]
 */
export function quasiIndependence(table: ArrayLike<number>, size: number): Float64Array {
  const sums = new Float64Array(size);
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) if (i !== j) sums[i] += table[i * size + j];
  const strength = sums.map((sum) => (sum > 0 ? 1 : 0));
  const total = (of: Float64Array) => of.reduce((sum, value) => sum + value, 0);
  for (let round = 0, moved = 1; round < mostRounds && moved > tolerance; round++) {
    moved = 0;
    for (let i = 0; i < size; i++) {
      if (sums[i] === 0) continue;
      const others = total(strength) - strength[i];
      if (others <= 0) continue;
      const next = Math.sqrt((strength[i] * sums[i]) / others);
      moved = Math.max(moved, Math.abs(next - strength[i]) / next);
      strength[i] = next;
    }
  }
  return Float64Array.from({length: size * size}, (_, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    return i === j ? 0 : strength[i] * strength[j];
  });
}
