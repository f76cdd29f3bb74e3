/**
 * Brier score: the mean squared distance of predicted probability and outcome; lower is better. `null` without rows.
 * @example brier([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3]) => 0.0375
 */
export function brier(labels: ArrayLike<number>, probabilities: ArrayLike<number>): number | null {
  let sum = 0;
  for (let row = 0; row < labels.length; row++) sum += (probabilities[row] - labels[row]) ** 2;
  return labels.length ? sum / labels.length : null;
}
