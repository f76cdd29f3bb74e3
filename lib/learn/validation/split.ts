/** Row numbers to learn from and to judge by, both ascending. */
export interface Split {
  train: Uint32Array;
  test: Uint32Array;
}

/**
 * What one fold is judged by, and the rest to learn from.
 * @example foldSplit(Uint8Array.of(0, 1, 0), 1) => {train: [0, 2], test: [1]}
 */
export function foldSplit(folds: Uint8Array, fold: number): Split {
  const rows = Uint32Array.from(folds.keys());
  return {train: rows.filter((row) => folds[row] !== fold), test: rows.filter((row) => folds[row] === fold)};
}
