/** Contributions of one feature, a row each, summed over its columns. */
export interface FeatureShap {
  feature: string;
  /** The feature's columns in the model. */
  columns: number[];
  contributions: Float64Array;
}

/**
 * Contributions by feature: the columns of a one-hot feature are summed, so that a category counts once.
 * @param columns which feature each column belongs to
 * @example featureSums([{feature: "a"}, {feature: "a"}], [Float64Array.of(1), Float64Array.of(2)])[0].contributions =>
 *   [3]
 */
export function featureSums(
  columns: readonly {feature: string}[],
  contributions: readonly Float64Array[]
): FeatureShap[] {
  const features = new Map<string, FeatureShap>();
  columns.forEach(({feature}, j) => {
    const known = features.get(feature);
    if (!known) {
      features.set(feature, {feature, columns: [j], contributions: contributions[j]});
      return;
    }
    known.columns.push(j);
    known.contributions = known.contributions.map((value, row) => value + contributions[j][row]);
  });
  return [...features.values()];
}
