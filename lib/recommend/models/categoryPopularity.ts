import type {Result} from "../../result.js";
import {ok} from "../../result.js";
import {fillFromPopularity} from "../fillFromPopularity.js";
import type {Interactions} from "../interactions.js";
import {itemCounts} from "../itemCounts.js";
import {noInteractions} from "../noInteractions.js";
import {popularityReason} from "../popularityReason.js";
import type {Recommender} from "../recommender.js";
import type {Shopper} from "../shopper.js";

/**
 * Items of the person's own categories by how many people bought them, times the category's share of what the person
 * bought; then all others by how many people did.
 * @param category of each item, a code from 0
 * @example fitCategoryPopularity(interactions, category).value.scores({items: Int32Array.of(4)}, out)
 */
export function fitCategoryPopularity(
  {byItem}: Interactions,
  category: ArrayLike<number>
): Result<Recommender> {
  const some = noInteractions(byItem);
  if (!some.ok) return some;
  const counts = itemCounts(byItem);
  const shares = ({items}: Shopper): Map<number, number> => {
    const found = new Map<number, number>();
    for (const item of items) found.set(category[item], (found.get(category[item]) ?? 0) + 1 / items.length);
    return found;
  };
  return ok({
    items: counts.length,
    scores: (shopper, out) => {
      const own = shares(shopper);
      for (let item = 0; item < out.length; item++) out[item] = (own.get(category[item]) ?? 0) * counts[item];
      fillFromPopularity(out, counts);
    },
    explain: (shopper, item) =>
      shares(shopper).has(category[item]) && counts[item] > 0
        ? popularityReason(
            counts.map((count, other) => (category[other] === category[item] ? count : 0)),
            item,
            "category"
          )
        : popularityReason(counts, item)
  });
}
