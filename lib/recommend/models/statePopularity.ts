import type {Result} from "../../result.js";
import {ok} from "../../result.js";
import {fillFromPopularity} from "../fillFromPopularity.js";
import type {Interactions} from "../interactions.js";
import {itemCounts} from "../itemCounts.js";
import {noInteractions} from "../noInteractions.js";
import {popularityReason} from "../popularityReason.js";
import type {Recommender} from "../recommender.js";

/**
 * Items by how many people of the same state bought them, and then, among those that nobody there bought, by how many
 * did anywhere; all by the latter for someone whose state is not known.
 * @param state of each person, a code from 0
 * @example fitStatePopularity(interactions, state).value.scores({items, state: 25}, out)
 */
export function fitStatePopularity(
  {byPerson, byItem}: Interactions,
  state: ArrayLike<number>
): Result<Recommender> {
  const some = noInteractions(byItem);
  if (!some.ok) return some;
  const everywhere = itemCounts(byItem);
  const within: Float32Array[] = [];
  for (let person = 0; person < byPerson.rows; person++) {
    const counts = (within[state[person]] ??= new Float32Array(byItem.rows));
    for (let at = byPerson.indptr[person]; at < byPerson.indptr[person + 1]; at++)
      counts[byPerson.indices[at]]++;
  }
  const countsOf = (code: number | undefined) => (code === undefined ? undefined : within[code]);
  return ok({
    items: byItem.rows,
    scores: (shopper, out) => {
      const counts = countsOf(shopper.state);
      if (counts) out.set(counts);
      else out.fill(0);
      fillFromPopularity(out, everywhere);
    },
    explain: (shopper, item) => {
      const counts = countsOf(shopper.state);
      return counts?.[item] ? popularityReason(counts, item, "state") : popularityReason(everywhere, item);
    }
  });
}
