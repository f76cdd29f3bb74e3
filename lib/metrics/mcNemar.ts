/** Rows that exactly one of two models calls right, and how likely so uneven a split is by chance. */
export interface McNemar {
  onlyA: number;
  onlyB: number;
  /** Two-sided; 1 where the models are right on the same rows. */
  p: number;
}

/**
 * McNemar's exact test of two models' accuracy on the same rows: among the rows that one of them alone calls right,
 * each is equally likely to be that one (a binomial with share one half). Calls and labels are 0 or 1.
 * @example mcNemar([1, 1, 1, 1], [1, 1, 1, 1], [0, 0, 0, 0]).p => 0.125
 */
export function mcNemar(
  labels: ArrayLike<number>,
  callsA: ArrayLike<number>,
  callsB: ArrayLike<number>
): McNemar {
  let [onlyA, onlyB] = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    if (callsA[row] === callsB[row]) continue;
    if (callsA[row] === labels[row]) onlyA++;
    else onlyB++;
  }
  return {onlyA, onlyB, p: Math.min(1, 2 * lowerTail(Math.min(onlyA, onlyB), onlyA + onlyB))};
}

/** P(X <= k) of a binomial with share one half, its terms taken relative to the largest, outward from the middle. */
function lowerTail(k: number, trials: number): number {
  const middle = Math.floor(trials / 2);
  let [all, tail, down] = [0, 0, 1];
  for (let i = middle; i >= 0 && down > 0; i--) {
    all += i === trials - i ? down : 2 * down;
    if (i <= k) tail += down;
    down *= i / (trials - i + 1);
  }
  return tail / all;
}
