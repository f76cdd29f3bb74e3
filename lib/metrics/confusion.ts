/** What a threshold makes of the rows; shares are `null` where they would divide by zero. */
export interface Confusion {
  threshold: number;
  truePositives: number;
  falsePositives: number;
  trueNegatives: number;
  falseNegatives: number;
  accuracy: number | null;
  /** Mean of the shares of positive and of negative rows that are called what they are. */
  balancedAccuracy: number | null;
  /** Of the rows called positive, the share that is. */
  precision: number | null;
  /** Of the positive rows, the share that is called so. */
  recall: number | null;
  f1: number | null;
}

/**
 * The four counts when scores at or above the threshold are called positive.
 * @example confusion([0, 1, 1], [0.2, 0.6, 0.3], 0.5).recall => 0.5
 */
export function confusion(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  threshold: number
): Confusion {
  const counts = [0, 0, 0, 0];
  for (let row = 0; row < labels.length; row++) counts[2 * Number(scores[row] >= threshold) + labels[row]]++;
  const [trueNegatives, falseNegatives, falsePositives, truePositives] = counts;
  const [positives, negatives] = [truePositives + falseNegatives, trueNegatives + falsePositives];
  const share = (part: number, whole: number) => (whole ? part / whole : null);
  return {
    threshold,
    truePositives,
    falsePositives,
    trueNegatives,
    falseNegatives,
    accuracy: share(truePositives + trueNegatives, labels.length),
    balancedAccuracy:
      positives && negatives ? (truePositives / positives + trueNegatives / negatives) / 2 : null,
    precision: share(truePositives, truePositives + falsePositives),
    recall: share(truePositives, positives),
    f1: share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives)
  };
}
