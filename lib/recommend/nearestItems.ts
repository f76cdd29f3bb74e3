import type {Csr} from "./csr.js";
import type {Progress} from "./recommender.js";
import {transpose} from "./transpose.js";

export interface NearestOptions {
  /** Neighbours kept of each item. */
  neighbours: number;
  /** Similarity of two items that many people share, from the product of their rows and the rows' lengths. */
  similarity: (product: number, length: number, otherLength: number) => number;
}

/**
 * The items most similar to each, by the people they share: items by items, similarities above 0. Of equal ones the
 * lower number is kept. Takes time in proportion to the sum of squares of the people's items.
 * @param byItem items by people
 * @example finish(nearestItems(csr(2, 1, [0, 1], [0, 0]), {neighbours: 1, similarity: (dot) => dot})).indices => [1, 0]
 */
export function* nearestItems(
  byItem: Csr,
  {neighbours, similarity}: NearestOptions
): Generator<Progress, Csr> {
  const byPerson = transpose(byItem);
  const items = byItem.rows;
  const lengths = new Float64Array(items);
  for (let item = 0; item < items; item++) {
    for (let at = byItem.indptr[item]; at < byItem.indptr[item + 1]; at++)
      lengths[item] += byItem.values[at] ** 2;
    lengths[item] = Math.sqrt(lengths[item]);
  }
  const products = new Float64Array(items);
  const shared = new Uint8Array(items);
  const indptr = new Int32Array(items + 1);
  const indices: number[] = [];
  const values: number[] = [];
  for (let item = 0; item < items; item++) {
    const met: number[] = [];
    for (let at = byItem.indptr[item]; at < byItem.indptr[item + 1]; at++) {
      const person = byItem.indices[at];
      for (let to = byPerson.indptr[person]; to < byPerson.indptr[person + 1]; to++) {
        const other = byPerson.indices[to];
        if (other === item) continue;
        if (!shared[other]) met.push(other);
        shared[other] = 1;
        products[other] += byItem.values[at] * byPerson.values[to];
      }
    }
    for (const other of met) {
      products[other] = similarity(products[other], lengths[item], lengths[other]);
      shared[other] = 0;
    }
    const near = met.filter((other) => products[other] > 0);
    near.sort((i, j) => products[j] - products[i] || i - j);
    for (const other of near.slice(0, neighbours).sort((i, j) => i - j)) {
      indices.push(other);
      values.push(products[other]);
    }
    for (const other of met) products[other] = 0;
    indptr[item + 1] = indices.length;
    if (item % 2048 === 2047) yield {share: item / items};
  }
  return {
    rows: items,
    columns: items,
    indptr,
    indices: Int32Array.from(indices),
    values: Float32Array.from(values)
  };
}
