import betaDraws from "@stdlib/random-base-beta";
import binomialDraws from "@stdlib/random-base-binomial";
import normalDraws from "@stdlib/random-base-normal";
import type {RandomSource} from "../random/source.js";

/** Repeatable draws from distributions. */
export interface Draws {
  normal: (mean: number, sd: number) => number;
  /** Gamma of a shape above 0 and scale 1. */
  gamma: (shape: number) => number;
  beta: (a: number, b: number) => number;
  /** Successes among n trials of chance p; n a whole number. */
  binomial: (n: number, p: number) => number;
}

/**
 * Draws from distributions by the numbers of a seeded source.
 * @example drawsFrom(randomSource(1)).normal(0, 1) === drawsFrom(randomSource(1)).normal(0, 1) => true
 */
export function drawsFrom(random: RandomSource): Draws {
  const options = {prng: random};
  const normal = normalDraws.factory(options);
  const beta = betaDraws.factory(options);
  const binomial = binomialDraws.factory(options);
  return {
    normal: (mean, sd) => (sd > 0 ? normal(mean, sd) : mean),
    gamma: (shape) => gamma(shape, random, () => normal(0, 1)),
    beta,
    binomial: (n, p) => splitBinomial(n, p, beta, binomial)
  };
}

/**
 * By halves, the middle one of n uniform numbers being beta (D. A. Relles, "A simple algorithm for generating binomial
 * random variables when N is large", 1972), until so few successes are left that the library draws them by inversion:
 * its own method for many is biased by up to 5 %.
 */
function splitBinomial(n: number, p: number, beta: Draws["beta"], few: Draws["binomial"]): number {
  let drawn = 0;
  while (n * Math.min(p, 1 - p) >= 10) {
    const middle = Math.floor(n / 2) + 1;
    const cut = beta(middle, n + 1 - middle);
    if (cut <= p) {
      drawn += middle;
      n -= middle;
      p = (p - cut) / (1 - cut);
    } else {
      n = middle - 1;
      p /= cut;
    }
  }
  return drawn + (n < 1 || p <= 0 ? 0 : p >= 1 ? n : few(n, p));
}

/** G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables" (2000). */
function gamma(shape: number, random: RandomSource, normal: () => number): number {
  if (shape < 1) return gamma(shape + 1, random, normal) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normal();
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random()) < z ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
