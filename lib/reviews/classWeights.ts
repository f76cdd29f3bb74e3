/**
 * A weight per row; balanced, rows / (2 * rows of its class), so that both classes weigh the same in sum, else 1.
 * @example classWeights(Uint8Array.of(0, 0, 0, 1), true) => [0.667, 0.667, 0.667, 2]
 */
export function classWeights(labels: Uint8Array, balanced: boolean): Float64Array {
  let positives = 0;
  for (const label of labels) positives += label;
  const [negativeWeight, positiveWeight] = balanced
    ? [labels.length / (2 * (labels.length - positives)), labels.length / (2 * positives)]
    : [1, 1];
  return Float64Array.from(labels, (label) => (label ? positiveWeight : negativeWeight));
}
