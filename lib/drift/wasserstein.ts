/** The least that a distance is divided by, as in Evidently: a reference of one value has no spread. */
const leastSpread = 1e-3;

/**
 * First Wasserstein (earth mover's) distance of two samples in ascending order: the area between their distribution
 * functions, exact with ties and unequal sizes, as scipy.stats.wasserstein_distance. Null where either is empty.
 * @example wasserstein([0, 1, 3], [5, 6, 8]) => 5
 */
export function wasserstein(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  if (!a.length || !b.length) return null;
  let [i, j, area] = [0, 0, 0];
  let at = Math.min(a[0], b[0]);
  while (i < a.length || j < b.length) {
    const next = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    area += Math.abs(i / a.length - j / b.length) * (next - at);
    at = next;
    while (i < a.length && a[i] === at) i++;
    while (j < b.length && b[j] === at) j++;
  }
  return area;
}

/**
 * The same in standard deviations of the reference, both in ascending order; Evidently calls .1 and more drift.
 * @example normedWasserstein([0, 2], [1, 3]) => 1
 */
export function normedWasserstein(reference: ArrayLike<number>, current: ArrayLike<number>): number | null {
  const distance = wasserstein(reference, current);
  return distance === null ? null : distance / Math.max(spread(reference), leastSpread);
}

/** Standard deviation of a population. */
function spread(values: ArrayLike<number>): number {
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += values[i] / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - mean) ** 2;
  return Math.sqrt(squares / values.length);
}
