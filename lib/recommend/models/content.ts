import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import {itemCounts} from "../itemCounts.js";
import type {Interactions} from "../interactions.js";
import {popularityReason} from "../popularityReason.js";
import type {Recommender} from "../recommender.js";
import type {Shopper} from "../shopper.js";

/** What is known of each item before anyone buys it: codes from 0, -1 where it is not known. */
export interface ItemContent {
  category: Int32Array;
  priceBand: Int32Array;
}

/** How much a match counts. */
export interface ContentOptions {
  categoryWeight?: number;
  priceBandWeight?: number;
}

/**
 * For items that no one has bought yet: the share of what someone bought that is of the item's category, and of its
 * price band, weighed and summed. Among items with equal sums the more popular is ahead.
 * @example fitContent(interactions, {category, priceBand}).value.explain(shopper, 3)
 *   => {kind: "content", sameCategory: 1, samePriceBand: 0.5}
 */
export function fitContent(
  {byItem}: Interactions,
  {category, priceBand}: ItemContent,
  {categoryWeight = 1, priceBandWeight = 0.5}: ContentOptions = {}
): Result<Recommender> {
  if (!(categoryWeight >= 0 && priceBandWeight >= 0 && categoryWeight + priceBandWeight < Infinity))
    return fail("parameter", `Weights must be 0 or more, not ${categoryWeight} and ${priceBandWeight}.`);
  if (category.length !== byItem.rows || priceBand.length !== byItem.rows)
    throw new RangeError(`${byItem.rows} items expected: ${category.length}, ${priceBand.length}`);
  const counts = itemCounts(byItem);
  const most = counts.reduce((largest, count) => Math.max(largest, count), 0);
  const share = ({items}: Shopper, code: Int32Array): ((item: number) => number) => {
    const found = new Map<number, number>();
    for (const item of items) found.set(code[item], (found.get(code[item]) ?? 0) + 1);
    found.delete(-1);
    return (item) => (found.get(code[item]) ?? 0) / Math.max(1, items.length);
  };
  return ok({
    items: byItem.rows,
    scores: (shopper, out) => {
      const [sameCategory, samePriceBand] = [share(shopper, category), share(shopper, priceBand)];
      // Sums of shares differ by 1 / items bought times a weight: popularity stays below that.
      const step = 1e-3 / Math.max(1, shopper.items.length) / (most + 1);
      for (let item = 0; item < out.length; item++)
        out[item] =
          categoryWeight * sameCategory(item) + priceBandWeight * samePriceBand(item) + step * counts[item];
    },
    explain: (shopper, item) => {
      const [sameCategory, samePriceBand] = [share(shopper, category)(item), share(shopper, priceBand)(item)];
      return sameCategory + samePriceBand > 0
        ? {kind: "content", sameCategory, samePriceBand}
        : popularityReason(counts, item);
    }
  });
}
