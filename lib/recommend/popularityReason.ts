import type {Reason} from "./recommender.js";

/**
 * An item's place by popularity; items as popular share the better place.
 * @example popularityReason(Float32Array.of(3, 8, 3), 2) => {kind: "popularity", among: "all", rank: 2, count: 3}
 */
export function popularityReason(
  counts: Float32Array,
  item: number,
  among: Extract<Reason, {kind: "popularity"}>["among"] = "all"
): Reason {
  let rank = 1;
  for (const count of counts) if (count > counts[item]) rank++;
  return {kind: "popularity", among, rank, count: counts[item]};
}
