import {modelHash} from "../model/hash.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {itemCounts} from "./itemCounts.js";
import {sharedPeople} from "./sharedPeople.js";
import type {ShopModels} from "./shopModels.js";
import {topItems} from "./topItems.js";

/** Item kNN with popularity behind it, as a file that needs nothing else. */
export interface RecommenderFile {
  format: "vitrine-recommender";
  version: 1;
  kind: "itemKnn";
  /** Of all that follows. */
  hash: string;
  /** Added to the product of lengths: similarity is both / (sqrt(people of one × people of the other) + shrinkage). */
  shrinkage: number;
  /** Ids of products as the files have them: those that share people with another, and the most popular. */
  ids: string[];
  /** People who bought each. */
  people: number[];
  /** Neighbours of product i: places `indptr[i]` to `indptr[i + 1]` of `neighbours` and of `both` (people in common). */
  indptr: number[];
  neighbours: number[];
  both: number[];
  /** The most popular products, the most popular first. */
  popular: number[];
}

const mostPopular = 100;

/**
 * The shop's item kNN as a file: neighbours by people in common, whole numbers alone.
 * @param ids of products in the files, by the keys of the marts
 * @param data what tells the shop's files from others
 * @example recommenderFile(models, ids, {shrinkage: 10, neighbours: 100}, inputs).popular[0] => 212
 */
export function recommenderFile(
  {purchases, interactions: bought}: ShopModels,
  ids: ReadonlyMap<number, string>,
  {shrinkage, neighbours}: {shrinkage: number; neighbours: number},
  data: unknown
): RecommenderFile {
  const counts = itemCounts(bought.byItem);
  const top = topItems(counts, mostPopular);
  const near = new Map<number, [other: number, both: number][]>();
  for (let item = 0; item < bought.byItem.rows; item++) {
    const both = sharedPeople(bought, item);
    const like = ([other, shared]: [number, number]) =>
      Math.fround(similarity(shared, counts[item], counts[other], shrinkage));
    if (both.size > 0)
      near.set(item, [...both].sort((a, b) => like(b) - like(a) || a[0] - b[0]).slice(0, neighbours));
  }
  const kept = [...new Set([...near.keys(), ...top])].sort((a, b) => a - b);
  const place = new Map(kept.map((item, at) => [item, at]));
  const at = (item: number) => place.get(item) ?? -1;
  const own = kept.map((item) => near.get(item) ?? []);
  const indptr = [0];
  for (const list of own) indptr.push(indptr[indptr.length - 1] + list.length);
  const file = {
    ...{shrinkage, ids: kept.map((item) => ids.get(Number(purchases.names[item])) ?? "")},
    ...{people: kept.map((item) => counts[item]), indptr},
    neighbours: own.flatMap((list) => list.map(([other]) => at(other))),
    both: own.flatMap((list) => list.map(([, shared]) => shared)),
    popular: Array.from(top, at)
  };
  const parameters = {shrinkage, neighbours};
  const hash = modelHash({data, features: ["product_id"], parameters, seed: 0, model: file});
  return {format: "vitrine-recommender", version: 1, kind: "itemKnn", hash, ...file};
}

const similarity = (both: number, one: number, other: number, shrinkage: number) =>
  both / (Math.sqrt(one) * Math.sqrt(other) + shrinkage);

/** A recommended product and why: the bought ones it is bought with, or that it is popular. */
export interface FileRecommendation {
  id: string;
  because: string[];
}

/**
 * What a file recommends to someone who bought some products: those bought with theirs, then the most popular; nothing
 * they have bought already.
 * @param bought ids of products; unknown ones say nothing
 * @example recommendFromFile(file, ["1e9e8ef04dbcff4541ed26657ea517e5"], 5).value[0].id.length => 32
 */
export function recommendFromFile(
  file: RecommenderFile,
  bought: readonly string[],
  count: number
): Result<FileRecommendation[]> {
  if (file.format !== "vitrine-recommender" || file.version !== 1)
    return fail("file", "This is no recommender of version 1: take the file from the site’s models folder.");
  if (!(Number.isInteger(count) && count >= 1 && count <= mostPopular))
    return fail("count", `Ask for 1 to ${mostPopular} recommendations, not ${count}.`);
  const places = new Map(file.ids.map((id, at) => [id, at]));
  const own = new Set(bought.flatMap((id) => places.get(id) ?? []));
  const scores = new Map<number, {score: number; because: string[]}>();
  for (const item of [...own].sort((a, b) => a - b))
    for (let at = file.indptr[item]; at < file.indptr[item + 1]; at++) {
      const other = file.neighbours[at];
      if (own.has(other)) continue;
      const one = scores.get(other) ?? {score: 0, because: []};
      const like = similarity(file.both[at], file.people[item], file.people[other], file.shrinkage);
      one.score = Math.fround(one.score + Math.fround(like));
      one.because.push(file.ids[item]);
      scores.set(other, one);
    }
  const near = [...scores].sort(([a, x], [b, y]) => y.score - x.score || a - b);
  const listed = new Set(near.map(([item]) => item));
  const rest = file.popular.filter((item) => !own.has(item) && !listed.has(item));
  return ok(
    [
      ...near.map(([item, {because}]) => ({id: file.ids[item], because})),
      ...rest.map((item) => ({id: file.ids[item], because: []}))
    ].slice(0, count)
  );
}
