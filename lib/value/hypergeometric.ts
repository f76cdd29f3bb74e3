/** Up to it the series needs no more terms than 70, above it the fraction is quicker. */
const largestOfSeries = 0.6;
/** Levels of the fraction; so many are needed where z is 1 - 1e-6. */
const maxLevels = 10_000;
const precision = 4e-16;

/**
 * Gauss's hypergeometric function 2F1(1, b; c; z), 0 < b < c and z < 1, the one of the Pareto/NBD likelihood after
 * Euler's transformation, which leaves nothing in it that overflows: it is at most 1 / (1 - z).
 *
 * Method: Pfaff's transformation from below 0; then the series; for z near 1, where that takes 36 / (1 - z) terms,
 * Gauss's continued fraction (DLMF 15.7.1 with b = 0), which takes about 9 / sqrt(1 - z) levels.
 * @example hypergeometric(1, 2, 0.5) => 2 * Math.log(2)
 */
export function hypergeometric(b: number, c: number, z: number): number {
  if (z < 0) return hypergeometric(c - b, c, z / (z - 1)) / (1 - z);
  return z <= largestOfSeries ? series(b, c, z) : fraction(b, c, z);
}

function series(b: number, c: number, z: number): number {
  let sum = 1;
  for (let n = 0, term = 1; term > precision * (1 - z) * sum; n++) {
    term *= ((b + n) * z) / (c + n);
    sum += term;
  }
  return sum;
}

/** By the numerators and denominators of the convergents, scaled so that the last denominator is 1. */
function fraction(b: number, c: number, z: number): number {
  let value = c - 1;
  let valueBefore = 1;
  let scaleBefore = 0;
  for (let level = 1; level <= maxLevels; level++) {
    const half = level >> 1;
    const step = z * (level % 2 === 1 ? (b + half) * (c - 1 + half) : half * (c - 1 - b + half));
    const inverse = 1 / (c - 1 + level - step * scaleBefore);
    const next = ((c - 1 + level) * value - step * valueBefore) * inverse;
    valueBefore = value * inverse;
    scaleBefore = inverse;
    const change = Math.abs(next - value);
    value = next;
    if (change <= precision * value) break;
  }
  return (c - 1) / value;
}
