import {everyRow} from "../stats/everyRow.js";

/** Labels and scores side by side, from the highest score to the lowest. */
export interface Ranked {
  labels: Uint8Array;
  scores: Float64Array;
  /** The row that stands at each rank. */
  order: Uint32Array;
}

/**
 * Rows in descending order of score; equal scores keep their row order.
 * @example [...descending([0, 1, 0], [0.1, 0.8, 0.4]).scores] => [0.8, 0.4, 0.1]
 */
export function descending(labels: ArrayLike<number>, scores: ArrayLike<number>): Ranked {
  const order = everyRow(scores.length).sort((a, b) => scores[b] - scores[a]);
  return {
    labels: Uint8Array.from(order, (row) => labels[row]),
    scores: Float64Array.from(order, (row) => scores[row]),
    order
  };
}
