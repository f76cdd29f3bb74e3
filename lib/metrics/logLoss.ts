/**
 * Mean log loss in nats: how surprised the probabilities are by the outcomes; lower is better. Probabilities are
 * kept one machine epsilon away from 0 and 1, so that a single certain mistake stays finite. `null` without rows.
 * @example logLoss([1, 0], [0.5, 0.5]) => 0.6931471805599453
 */
export function logLoss(labels: ArrayLike<number>, probabilities: ArrayLike<number>): number | null {
  let sum = 0;
  for (let row = 0; row < labels.length; row++) sum += logLossTerm(labels[row], probabilities[row]);
  return labels.length ? sum / labels.length : null;
}

/** What one row adds to the log loss. @example logLossTerm(1, 0.5) => 0.6931471805599453 */
export function logLossTerm(label: number, probability: number): number {
  const p = Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, probability));
  return -(label * Math.log(p) + (1 - label) * Math.log1p(-p));
}
