import logPmfOf from "@stdlib/stats-base-dists-hypergeometric-logpmf";

/**
 * The logarithm of the chance that `draws` without replacement out of `population`, of which `successes` are marked,
 * hold exactly k marked.
 * @example Math.exp(hypergeometricLogPmf(1, 2, 1, 1)) => 0.5
 */
export const hypergeometricLogPmf = (
  k: number,
  population: number,
  successes: number,
  draws: number
): number => logPmfOf(k, population, successes, draws);
