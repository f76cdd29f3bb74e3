/** Stands for a share of nothing, whose logarithm there is none of. */
const least = 1e-4;

/** Shares of the counts; null where nothing was counted. @example sharesOf([1, 3]) => [0.25, 0.75] */
export function sharesOf(counts: readonly number[]): number[] | null {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return all > 0 ? counts.map((count) => count / all) : null;
}

/**
 * Population stability index of counts in the same bins: the sum of (actual - expected) ln(actual / expected) over
 * their shares (Siddiqi 2006); by convention below .1 is stable and above .25 a large shift. A bin that holds nothing
 * counts as a share of .0001, as Evidently has it. Null where either side counts nothing.
 * @example psi([50, 50], [60, 40]) => 0.04054651081081642
 */
export function psi(expected: readonly number[], actual: readonly number[]): number | null {
  if (expected.length !== actual.length)
    throw new RangeError(`not the same bins: ${expected.length} and ${actual.length}`);
  const [before, now] = [sharesOf(expected), sharesOf(actual)];
  if (!before || !now) return null;
  return before.reduce((sum, share, bin) => {
    const [e, a] = [share || least, now[bin] || least];
    return sum + (a - e) * Math.log(a / e);
  }, 0);
}
