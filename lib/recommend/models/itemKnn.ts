import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import type {Interactions} from "../interactions.js";
import {itemCounts} from "../itemCounts.js";
import {linkedItems} from "../linkedItems.js";
import {nearestItems} from "../nearestItems.js";
import {noInteractions} from "../noInteractions.js";
import type {Progress, Recommender} from "../recommender.js";
import {wholeNumber} from "../wholeNumber.js";

export interface ItemKnnOptions {
  /** Neighbours kept of each item. */
  neighbours: number;
  /** Added to the product of the rows' lengths: similarities that rest on few people shrink towards 0. */
  shrinkage: number;
}

/**
 * Items like the bought ones, by the cosine of who bought them (Sarwar, Karypis, Konstan and Riedl 2001), shrunk as
 * Ferrari Dacrema, Cremonesi and Jannach (2019) do: x · y / (|x| |y| + shrinkage). What has no neighbour among the
 * bought items is left to popularity.
 * @example finish(fitItemKnn(interactions, {neighbours: 100, shrinkage: 10})).value.explain(shopper, 3)
 *   => {kind: "similar", bought: [{item: 8, amount: 0.41}]}
 */
export function* fitItemKnn(
  {byItem}: Interactions,
  {neighbours, shrinkage}: ItemKnnOptions
): Generator<Progress, Result<Recommender>> {
  const some = noInteractions(byItem);
  if (!some.ok) return some;
  const few = wholeNumber("neighbours", neighbours, 1, 10_000);
  if (!few.ok) return few;
  if (!(shrinkage >= 0 && shrinkage < Infinity))
    return fail("parameter", `The shrinkage must be 0 or more, not ${shrinkage}.`);
  const similarity = (product: number, length: number, other: number) =>
    product / (length * other + shrinkage);
  const links = yield* nearestItems(byItem, {neighbours, similarity});
  return ok(linkedItems(links, itemCounts(byItem), (bought) => ({kind: "similar", bought})));
}
