/**
 * Rows from the shortest duration to the longest; equal durations keep their row order.
 * @example [...timeOrder(Float64Array.of(5, 2, 5))] => [1, 0, 2]
 */
export const timeOrder = (durations: Float64Array): Uint32Array =>
  Uint32Array.from(durations, (_, row) => row).sort((a, b) => durations[a] - durations[b] || a - b);
