import {boughtLinks} from "./boughtLinks.js";
import type {Csr} from "./csr.js";
import {fillFromPopularity} from "./fillFromPopularity.js";
import {popularityReason} from "./popularityReason.js";
import type {BoughtLink, Reason, Recommender} from "./recommender.js";

/**
 * A model that scores an item by the sum of what each bought item says for it, and leaves the rest to popularity.
 * @param links how much a bought item (row) says for each other item
 * @param counts people of each item
 * @param reason what to make of the bought items' parts in a score
 */
export const linkedItems = (
  {rows, indptr, indices, values}: Csr,
  counts: Float32Array,
  reason: (bought: BoughtLink[]) => Reason
): Recommender => ({
  items: rows,
  scores: (shopper, out) => {
    out.fill(0);
    shopper.items.forEach((item, place) => {
      const weight = shopper.values?.[place] ?? 1;
      for (let at = indptr[item]; at < indptr[item + 1]; at++) out[indices[at]] += weight * values[at];
    });
    fillFromPopularity(out, counts);
  },
  explain: (shopper, item) => {
    const bought = boughtLinks(shopper, (place) => {
      const from = indptr[shopper.items[place]];
      const at = indices.subarray(from, indptr[shopper.items[place] + 1]).indexOf(item);
      return at < 0 ? 0 : values[from + at] * (shopper.values?.[place] ?? 1);
    });
    return bought.length ? reason(bought) : popularityReason(counts, item);
  }
});
