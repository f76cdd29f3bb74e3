import {discountedGain} from "./ndcg.js";

/** How well one person's first k recommendations find what they bought, all from 0 to 1. */
export interface RankingMeasures {
  /** 1 where anything is found. */
  hitRate: number;
  /** Found, over k: also where there are fewer than k items to recommend. */
  precision: number;
  /** Found, over all there was to find. */
  recall: number;
  ndcg: number;
  /** 1 / rank of the first found, 0 where it is not among the first k. */
  mrr: number;
  /** Mean over what there was to find, at most k, of the precision down to each that is found. */
  map: number;
}

/**
 * Measures of one ranking with what is right and wrong in it (Manning, Raghavan and Schütze, "Introduction to
 * Information Retrieval", 2008, ch. 8). Means over people are called by the same names.
 * @param hits 1 where the item at that rank was bought
 * @param relevant how many there were to find, in the ranking or not; at least 1
 * @example rankingMeasures([0, 1, 0, 0, 1], 3, 5).map => 0.3
 */
export function rankingMeasures(hits: ArrayLike<number>, relevant: number, k: number): RankingMeasures {
  let [found, first, precisions] = [0, 0, 0];
  for (let at = 0; at < Math.min(k, hits.length); at++) {
    if (!hits[at]) continue;
    found++;
    first ||= at + 1;
    precisions += found / (at + 1);
  }
  const reachable = Math.min(relevant, k);
  const ideal = discountedGain(new Uint8Array(reachable).fill(1), k);
  return {
    hitRate: Number(found > 0),
    precision: found / k,
    recall: found / relevant,
    ndcg: discountedGain(hits, k) / ideal,
    mrr: first ? 1 / first : 0,
    map: precisions / reachable
  };
}
