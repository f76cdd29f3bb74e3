import type {Csr} from "./csr.js";

/**
 * The rows that hold anything, ascending: items that someone bought, people who bought something.
 * @example filledRows(csr(3, 1, [2, 0], [0, 0])) => [0, 2]
 */
export const filledRows = ({rows, indptr}: Csr): Int32Array =>
  Int32Array.from({length: rows}, (_, row) => row).filter((row) => indptr[row + 1] > indptr[row]);
