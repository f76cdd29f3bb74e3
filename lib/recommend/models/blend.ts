import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {Recommender} from "../recommender.js";
import type {Shopper} from "../shopper.js";
import {scoreRanks} from "../scoreRanks.js";

/** A model and how much its ranking counts. */
export interface BlendPart {
  model: Recommender;
  weight: number;
}

/**
 * Ranks items by the weighted sum of their places in several models' rankings (J.-C. de Borda's count): scores of
 * models on different scales cannot be added, places can.
 * @example blend([{model: knn, weight: 2}, {model: popularity, weight: 1}]).value.scores(shopper, out)
 */
export function blend(parts: readonly BlendPart[]): Result<Recommender> {
  if (!parts.length) return fail("empty", "Choose at least one model to blend.");
  const total = parts.reduce((sum, {weight}) => sum + weight, 0);
  if (!(total > 0 && total < Infinity && parts.every(({weight}) => weight >= 0)))
    return fail("weights", "The weights must be 0 or more, and one of them above 0.");
  const items = parts[0].model.items;
  if (parts.some(({model}) => model.items !== items)) throw new RangeError("models of different items");
  const scores = new Float32Array(items);
  // Reasons are asked for one shopper's items one after the other: their rankings are kept.
  let last: {items: Int32Array; ranks: Int32Array[]} | undefined;
  const ranksOf = (shopper: Shopper): Int32Array[] => {
    const ranks = parts.map(({model}) => {
      model.scores(shopper, scores);
      return scoreRanks(scores);
    });
    last = {items: shopper.items, ranks};
    return ranks;
  };
  return ok({
    items,
    scores: (shopper, out) => {
      const sums = new Float64Array(items);
      ranksOf(shopper).forEach((ranks, i) => {
        const share = parts[i].weight / total;
        for (let item = 0; item < items; item++) sums[item] += share * ranks[item];
      });
      for (let item = 0; item < items; item++) out[item] = -sums[item];
    },
    explain: (shopper, item) => {
      const ranks = last?.items === shopper.items ? last.ranks : ranksOf(shopper);
      return {kind: "blend", ranks: ranks.map((own) => own[item])};
    }
  });
}
