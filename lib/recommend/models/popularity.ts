import type {Result} from "../../result.js";
import {ok} from "../../result.js";
import type {Interactions} from "../interactions.js";
import {itemCounts} from "../itemCounts.js";
import {noInteractions} from "../noInteractions.js";
import {popularityReason} from "../popularityReason.js";
import type {Recommender} from "../recommender.js";

/**
 * The same for everyone: items by how many people bought them. What every other model must beat (Ferrari Dacrema,
 * Cremonesi and Jannach, "Are we really making much progress?", 2019).
 * @example fitPopularity(interactions).value.scores({items: new Int32Array()}, out); out => people of each item
 */
export function fitPopularity({byItem}: Interactions): Result<Recommender> {
  const some = noInteractions(byItem);
  if (!some.ok) return some;
  const counts = itemCounts(byItem);
  return ok({
    items: counts.length,
    scores: (_, out) => out.set(counts),
    explain: (_, item) => popularityReason(counts, item)
  });
}
