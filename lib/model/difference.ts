/**
 * The largest difference between scores of the same rows; NaN on one side is no score, and so infinitely far off.
 * @throws RangeError where lengths differ
 * @example largestDifference([0.1, 0.5], [0.1, 0.25]) => 0.25
 */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new RangeError(`scores of different rows: ${a.length}, ${b.length}`);
  let largest = 0;
  for (let row = 0; row < a.length; row++) {
    const difference = Math.abs(a[row] - b[row]);
    if (!(difference <= largest)) largest = Number.isNaN(difference) ? Infinity : difference;
  }
  return largest;
}
