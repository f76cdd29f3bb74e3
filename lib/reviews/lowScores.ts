/** Reviews to tell apart: 1 for a low score (1 or 2), 0 for a high one (4 or 5). */
export interface LowScores {
  /** Places of the reviews with a low or high score, ascending. */
  rows: Uint32Array;
  labels: Uint8Array;
}

/**
 * Which reviews have a low score and which a high one; a score of 3 is neither and left out.
 * @example lowScores([1, 3, 5]) => {rows: [0, 2], labels: [1, 0]}
 */
export function lowScores(scores: ArrayLike<number>): LowScores {
  const rows = Uint32Array.from({length: scores.length}, (_, row) => row).filter((row) => scores[row] !== 3);
  return {rows, labels: Uint8Array.from(rows, (row) => Number(scores[row] < 3))};
}
