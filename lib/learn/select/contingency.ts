/** How often each value of a column comes with label 0 and with label 1. */
export interface Contingency {
  /** Distinct values, ascending. */
  values: Float32Array;
  negatives: Uint32Array;
  positives: Uint32Array;
  missingNegatives: number;
  missingPositives: number;
}

/**
 * Counts a column's values by label; NaN is missing. Each class is sorted for itself and the two are merged.
 * @example contingency(Float32Array.of(2, 1, 2), Uint8Array.of(0, 0, 1))
 *   => {values: [1, 2], negatives: [1, 1], positives: [0, 1], missingNegatives: 0, missingPositives: 0}
 */
export function contingency(column: Float32Array, labels: Uint8Array): Contingency {
  const sorted = [0, 1].map((label) => {
    const known = new Float32Array(column.length);
    let count = 0;
    let missing = 0;
    for (let row = 0; row < column.length; row++)
      if (labels[row] === label) {
        if (Number.isNaN(column[row])) missing++;
        else known[count++] = column[row];
      }
    return {values: known.subarray(0, count).sort(), missing};
  });
  const [{values: zeros}, {values: ones}] = sorted;
  const values = new Float32Array(zeros.length + ones.length);
  const negatives = new Uint32Array(values.length);
  const positives = new Uint32Array(values.length);
  let distinct = 0;
  for (let i = 0, j = 0; i < zeros.length || j < ones.length; distinct++) {
    const value = j >= ones.length || zeros[i] < ones[j] ? zeros[i] : ones[j];
    for (; zeros[i] === value; i++) negatives[distinct]++;
    for (; ones[j] === value; j++) positives[distinct]++;
    values[distinct] = value;
  }
  return {
    values: values.slice(0, distinct),
    negatives: negatives.slice(0, distinct),
    positives: positives.slice(0, distinct),
    missingNegatives: sorted[0].missing,
    missingPositives: sorted[1].missing
  };
}

/**
 * Share of the rows that hold the commonest value, "missing" being one; 1 for a column that never changes.
 * @example commonestShare(contingency(Float32Array.of(2, 1, 2, NaN), Uint8Array.of(0, 0, 1, 1))) => 0.5
 */
export function commonestShare({
  negatives,
  positives,
  missingNegatives,
  missingPositives
}: Contingency): number {
  const missing = missingNegatives + missingPositives;
  let most = missing;
  let rows = missing;
  for (let i = 0; i < negatives.length; i++) {
    const count = negatives[i] + positives[i];
    rows += count;
    if (count > most) most = count;
  }
  return rows ? most / rows : 1;
}
