import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {Bm25Options} from "../bm25.js";
import {bm25} from "../bm25.js";
import type {Interactions} from "../interactions.js";
import {itemCounts} from "../itemCounts.js";
import {linkedItems} from "../linkedItems.js";
import {nearestItems} from "../nearestItems.js";
import {noInteractions} from "../noInteractions.js";
import type {Progress, Recommender} from "../recommender.js";
import {wholeNumber} from "../wholeNumber.js";

/**
 * Items like the bought ones, by the product of their people's BM25 weights: popular items are neighbours of all
 * less than by the plain product. What has no neighbour among the bought items is left to popularity.
 * @param options `neighbours` are kept of each item
 * @example finish(fitBm25Knn(interactions, {neighbours: 100})).value.scores(shopper, out)
 */
export function* fitBm25Knn(
  {byItem}: Interactions,
  {neighbours, k1 = 1.2, b = 0.75}: Bm25Options & {neighbours: number}
): Generator<Progress, Result<Recommender>> {
  const some = noInteractions(byItem);
  if (!some.ok) return some;
  const few = wholeNumber("neighbours", neighbours, 1, 10_000);
  if (!few.ok) return few;
  if (!(k1 >= 0 && k1 < Infinity && b >= 0 && b <= 1))
    return fail("parameter", `BM25 needs a k1 of 0 or more and a b from 0 to 1, not ${k1} and ${b}.`);
  const links = yield* nearestItems(bm25(byItem, {k1, b}), {neighbours, similarity: (product) => product});
  return ok(linkedItems(links, itemCounts(byItem), (bought) => ({kind: "similar", bought})));
}
