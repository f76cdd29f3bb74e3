/**
 * Normalised discounted cumulative gain of the first k of a ranking (K. Järvelin and J. Kekäläinen 2002): Σ gain /
 * log2(1 + rank), over the same of the best order. `null` where there is nothing to gain.
 * @param ranked gains in the order of the ranking
 * @param all gains of all there is to rank, in any order; those of the ranking by default
 * @example ndcg([5, 1, 0, 0, 10], 5) => 0.6957
 */
export function ndcg(ranked: ArrayLike<number>, k: number, all = ranked): number | null {
  const best = Float64Array.from(all).sort().reverse();
  const ideal = discountedGain(best, k);
  return ideal > 0 ? discountedGain(ranked, k) / ideal : null;
}

/** Σ gain / log2(1 + rank) over the first k. @example discountedGain([1, 0, 1], 3) => 1.5 */
export function discountedGain(gains: ArrayLike<number>, k: number): number {
  let sum = 0;
  for (let at = 0; at < Math.min(k, gains.length); at++) sum += gains[at] / Math.log2(at + 2);
  return sum;
}
