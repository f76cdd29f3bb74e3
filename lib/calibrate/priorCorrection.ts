/**
 * A probability learnt where positives were a share `learnt` of the rows, as it is where they are a share `actual`:
 * its odds are multiplied by the ratio of both shares' odds (Saerens, Latinne and Decaestecker 2002; Elkan 2001,
 * theorem 2). Undoes what balancing the training rows (SMOTE, class weights) does to probabilities; order stays.
 * @param learnt share of positives as the model saw it, above 0 and below 1
 * @param actual share of positives where it is used, above 0 and below 1
 * @throws RangeError where a share is not between 0 and 1
 * @example correctPrior(0.5, 0.5, 0.1) => 0.1
 */
export function correctPrior(probability: number, learnt: number, actual: number): number {
  for (const share of [learnt, actual])
    if (!(share > 0 && share < 1)) throw new RangeError(`no share between 0 and 1: ${share}`);
  const positive = (probability * actual) / learnt;
  return positive / (positive + ((1 - probability) * (1 - actual)) / (1 - learnt));
}

/**
 * The share of positives that a model sees where each positive row counts `weight` times (scale_pos_weight; for class
 * weights, the positive's over the negative's).
 * @example weightedShare(0.25, 3) => 0.5
 */
export const weightedShare = (share: number, weight: number): number =>
  (share * weight) / (share * weight + 1 - share);
