/** How often a term is used on two sides, and how often any term is. */
export interface SideCounts {
  low: number;
  high: number;
  lowTotal: number;
  highTotal: number;
}

/**
 * Log-odds ratio of a term on the low side against the high one, with a Dirichlet prior of `prior` uses of this term
 * among `priorTotal` on both sides (Monroe, Colaresi and Quinn 2008, equations 15, 19, 20 and 22). Exchanging the sides
 * turns its sign. `null` where no other term is used or expected.
 * @example logOdds({low: 10, high: 10, lowTotal: 100, highTotal: 100}, 1, 10).z => 0
 */
export function logOdds(
  {low, high, lowTotal, highTotal}: SideCounts,
  prior: number,
  priorTotal: number
): {logOdds: number; standardError: number; z: number} | null {
  const others = [lowTotal + priorTotal - low - prior, highTotal + priorTotal - high - prior];
  if (!(prior > 0) || !(Math.min(...others) > 0)) return null;
  const ratio = Math.log((low + prior) / others[0]) - Math.log((high + prior) / others[1]);
  const standardError = Math.sqrt(1 / (low + prior) + 1 / (high + prior));
  return {logOdds: ratio, standardError, z: ratio / standardError};
}
