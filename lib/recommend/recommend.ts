import type {Reason, Recommender} from "./recommender.js";
import type {Shopper} from "./shopper.js";
import {topItems} from "./topItems.js";

export interface Recommendation {
  item: number;
  score: number;
  reason: Reason;
}

/**
 * The best items for a person, the best first, each with why.
 * @param filterBought whether what they have bought already is left out
 * @example recommend(model, {items: Int32Array.of(4)}, {count: 2, filterBought: true}).map(({item}) => item) => [8, 3]
 */
export function recommend(
  model: Recommender,
  shopper: Shopper,
  {count, filterBought}: {count: number; filterBought: boolean}
): Recommendation[] {
  const scores = new Float32Array(model.items);
  model.scores(shopper, scores);
  const skip = new Uint8Array(model.items);
  if (filterBought) for (const item of shopper.items) skip[item] = 1;
  return Array.from(topItems(scores, count, skip), (item) => ({
    item,
    score: scores[item],
    reason: model.explain(shopper, item)
  }));
}
