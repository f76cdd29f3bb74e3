import type {Result} from "../../result.js";
import {ok} from "../../result.js";
import {boughtLinks} from "../boughtLinks.js";
import {factorScores} from "../factorScores.js";
import {fillFromPopularity} from "../fillFromPopularity.js";
import type {Interactions} from "../interactions.js";
import {itemCounts} from "../itemCounts.js";
import {noInteractions} from "../noInteractions.js";
import {popularityReason} from "../popularityReason.js";
import type {Progress, Recommender} from "../recommender.js";
import type {SparseSvd, SparseSvdOptions} from "../sparseSvd.js";
import {linkedSvd} from "../linkedSvd.js";

/** How the factors were found. */
export interface PureSvd extends Recommender {
  svd: SparseSvd;
}

/**
 * PureSVD (P. Cremonesi, Y. Koren and R. Turrin 2010): what someone bought, seen through the k factors that explain
 * most of all purchases: x V V'. Needs no factors of people, so that it serves new ones too.
 * @example finish(fitPureSvd(interactions, {k: 20, seed: 1})).value.scores({items: Int32Array.of(4)}, out)
 */
export function* fitPureSvd(
  {byPerson, byItem}: Interactions,
  options: SparseSvdOptions
): Generator<Progress, Result<PureSvd>> {
  const some = noInteractions(byItem);
  if (!some.ok) return some;
  const found = yield* linkedSvd(byPerson, options);
  if (!found.ok) return found;
  const {k} = options;
  const items = byItem.rows;
  const factors = new Float32Array(items * k);
  for (let i = 0; i < k; i++)
    for (let item = 0; item < items; item++) factors[item * k + i] = found.value.right[i * items + item];
  const counts = itemCounts(byItem);
  return ok({
    svd: found.value,
    items,
    scores: (shopper, out) => {
      const person = new Float32Array(k);
      shopper.items.forEach((item, place) => {
        const weight = shopper.values?.[place] ?? 1;
        for (let i = 0; i < k; i++) person[i] += weight * factors[item * k + i];
      });
      factorScores(factors, person, out);
      fillFromPopularity(out, counts);
    },
    explain: (shopper, item) => {
      const bought = boughtLinks(shopper, (place) => {
        let product = 0;
        for (let i = 0; i < k; i++) product += factors[shopper.items[place] * k + i] * factors[item * k + i];
        return product * (shopper.values?.[place] ?? 1);
      });
      const score = bought.reduce((sum, {amount}) => sum + amount, 0);
      return bought.length ? {kind: "parts", score, bought} : popularityReason(counts, item);
    }
  });
}
