/**
 * Pearson's correlation of two lists over the places where both have a value (neither is NaN); 0 where one of them
 * never changes, or there is no such place.
 * @example correlation([1, 2, NaN, 3], [2, 4, 9, 6]) => 1
 */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [count, meanA, meanB, squaresA, squaresB, products] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    if (Number.isNaN(a[i]) || Number.isNaN(b[i])) continue;
    count++;
    const offA = a[i] - meanA;
    const offB = b[i] - meanB;
    meanA += offA / count;
    meanB += offB / count;
    squaresA += offA * (a[i] - meanA);
    squaresB += offB * (b[i] - meanB);
    products += offA * (b[i] - meanB);
  }
  const scale = Math.sqrt(squaresA * squaresB);
  return scale > 0 ? Math.max(-1, Math.min(1, products / scale)) : 0;
}
