import type {Csr} from "./csr.js";
import {filledRows} from "./filledRows.js";

export interface Bm25Options {
  /** From where on more orders of one item hardly add: 1.2 as in text search. */
  k1?: number;
  /** How far items that many bought are held back, 0 (not at all) to 1 (in proportion). */
  b?: number;
}

/**
 * Weighs purchases as text search weighs words (Robertson and Walker 1994): an item is a document and the people who
 * bought it its words, so that popular items, and people who buy everything, say less. The formula is that of the
 * library implicit (B. Frederickson): x (k1 + 1) / (k1 (1 - b + b n / mean n) + x) times ln((1 + items) / (1 + items of
 * the person)); implicit has ln(items) where this has ln(1 + items), which cannot fall below 0.
 * @param byItem items by people
 * @example bm25(csr(1, 1, [0], [0])).values => [0]
 */
export function bm25(matrix: Csr, {k1 = 1.2, b = 0.75}: Bm25Options = {}): Csr {
  const {rows, columns, indptr, indices, values} = matrix;
  const itemsOf = new Float64Array(columns);
  for (const person of indices) itemsOf[person]++;
  const documents = filledRows(matrix).length;
  const total = values.reduce((sum, value) => sum + value, 0);
  const weighted = new Float32Array(values.length);
  for (let item = 0; item < rows; item++) {
    let own = 0;
    for (let at = indptr[item]; at < indptr[item + 1]; at++) own += values[at];
    const length = 1 - b + (b * own * documents) / total;
    for (let at = indptr[item]; at < indptr[item + 1]; at++)
      weighted[at] =
        ((values[at] * (k1 + 1)) / (k1 * length + values[at])) *
        Math.log((1 + documents) / (1 + itemsOf[indices[at]]));
  }
  return {...matrix, values: weighted};
}
