import type {Csr} from "./csr.js";

/**
 * How many people bought each item.
 * @param byItem items by people
 * @example itemCounts(csr(2, 3, [0, 0], [1, 2])) => [2, 0]
 */
export const itemCounts = ({rows, indptr}: Csr): Float32Array =>
  Float32Array.from({length: rows}, (_, item) => indptr[item + 1] - indptr[item]);
