import {everyRow} from "../../stats/everyRow.js";

/** Each of the rows with probability `share` (XGBoost's subsample), in the order of the rows; at least one. */
export function bernoulliRows(rows: Uint32Array, share: number, random: () => number): Uint32Array {
  const drawn = rows.filter(() => random() < share);
  return drawn.length ? drawn : rows.slice(0, 1);
}

/**
 * floor(share * n) of the rows (at least one), all sets equally likely, in the order of the rows: D. Knuth's
 * selection sampling (TAOCP 2, 3.4.2, algorithm S).
 */
export function drawRows(rows: Uint32Array, share: number, random: () => number): Uint32Array {
  const drawn = new Uint32Array(shareOf(share, rows.length));
  for (let i = 0, taken = 0; taken < drawn.length; i++)
    if (random() * (rows.length - i) < drawn.length - taken) drawn[taken++] = rows[i];
  return drawn;
}

/** 1 for floor(share * columns) columns (at least one), all sets equally likely. */
export function drawColumns(columns: number, share: number, random: () => number): Uint8Array {
  const admitted = new Uint8Array(columns);
  for (const column of drawRows(everyRow(columns), share, random)) admitted[column] = 1;
  return admitted;
}

/** floor(share * n), at least 1: how scikit-learn and XGBoost turn a share into a count. @example shareOf(0.3, 30) => 9 */
export const shareOf = (share: number, n: number): number => Math.max(1, Math.floor(share * n));
