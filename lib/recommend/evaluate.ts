import {gini} from "../inequality/gini.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {EvaluationCases} from "./evaluationCases.js";
import {filledRows} from "./filledRows.js";
import {itemCounts} from "./itemCounts.js";
import type {RankingMeasures} from "./rankingMeasures.js";
import {rankingMeasures} from "./rankingMeasures.js";
import type {Progress, Recommender} from "./recommender.js";
import {shopper} from "./shopper.js";
import {topItems} from "./topItems.js";
import {wholeNumber} from "./wholeNumber.js";

/** What there is of each person: measures of what is found, and how rare what is recommended is. */
export type RankingMetric = keyof RankingMeasures | "novelty";

export const rankingMetrics: readonly RankingMetric[] = [
  ...(["hitRate", "precision", "recall", "ndcg", "mrr", "map"] as const),
  "novelty"
];

/** A model's first k recommendations to everyone, judged. */
export interface EvaluationAt {
  k: number;
  /** A value a person, in the order of the cases; novelty is the mean of -log2(share of the people learned from who have the item). */
  values: Record<RankingMetric, Float64Array>;
  /** Means over the people. */
  mean: Record<RankingMetric, number>;
  /** How many people each item is recommended to. */
  exposure: Uint32Array;
  /** Share of all items that are recommended to anyone. */
  coverage: number;
  /** Gini coefficient of exposure over all items: 0 where all are shown as often. */
  exposureGini: number | null;
}

export interface Evaluation {
  person: Int32Array;
  at: EvaluationAt[];
  /** Rank of the first found in each person's ranking of all items. */
  firstRank: Uint32Array;
}

/**
 * Evaluates a model on the ranking of all items for every person, not of a drawn few (W. Krichene and S. Rendle, "On
 * sampled metrics for item recommendation", 2020). Of equal scores the item with the lower number is ahead. Novelty is
 * the mean self-information (Zhou, Kuscsik, Liu, Medo, Wakeling and Zhang 2010), an item that no one has counting as
 * had by one. Gives way every 16 people.
 * @param ks lengths of the list of recommendations
 * @example finish(evaluate(model, cases, [5, 10])).value.at[1].mean.ndcg => 0.013
 */
export function* evaluate(
  model: Recommender,
  {train, person, relevant, filterBought, state}: EvaluationCases,
  ks: readonly number[]
): Generator<Progress, Result<Evaluation>> {
  const items = model.items;
  if (relevant.columns !== items) throw new RangeError(`${relevant.columns} items expected: ${items}`);
  if (!person.length)
    return fail(
      "people",
      "No one can be evaluated: no person has a purchase to learn from and another item to find. Choose another day."
    );
  if (!ks.length) return fail("parameter", "Choose at least one number of recommendations.");
  for (const k of ks) {
    const whole = wholeNumber("recommendations", k, 1, 1000);
    if (!whole.ok) return whole;
  }
  const counts = itemCounts(train.byItem);
  const people = filledRows(train.byPerson).length;
  const rarity = Float64Array.from(counts, (count) => -Math.log2(Math.max(1, count) / people));
  const column = () => new Float64Array(person.length);
  const at = ks.map((k) => ({
    k,
    values: Object.fromEntries(rankingMetrics.map((name) => [name, column()])) as EvaluationAt["values"],
    exposure: new Uint32Array(items)
  }));
  const firstRank = new Uint32Array(person.length);
  const longest = Math.max(...ks);
  const scores = new Float32Array(items);
  const skip = new Uint8Array(items);
  const wanted = new Uint8Array(items);
  for (let index = 0; index < person.length; index++) {
    const own = shopper(train.byPerson, person[index], state?.[person[index]]);
    const targets = relevant.indices.subarray(
      relevant.indptr[person[index]],
      relevant.indptr[person[index] + 1]
    );
    model.scores(own, scores);
    for (const item of own.items) skip[item] = Number(filterBought);
    for (const item of targets) wanted[item] = 1;
    const top = topItems(scores, longest, skip);
    const hits = Uint8Array.from(top, (item) => wanted[item]);
    firstRank[index] = rankOfBest(scores, targets, skip);
    for (const {k, values, exposure} of at) {
      const measured = rankingMeasures(hits, targets.length, k);
      for (const name of Object.keys(measured) as (keyof RankingMeasures)[])
        values[name][index] = measured[name];
      const shown = top.subarray(0, k);
      let surprise = 0;
      for (const item of shown) {
        surprise += rarity[item];
        exposure[item]++;
      }
      values.novelty[index] = surprise / shown.length;
    }
    for (const item of own.items) skip[item] = 0;
    for (const item of targets) wanted[item] = 0;
    if (index % 16 === 15) yield {share: (index + 1) / person.length, doing: "ranking"};
  }
  return ok({person, firstRank, at: at.map(summarised)});
}

function summarised(at: Pick<EvaluationAt, "k" | "values" | "exposure">): EvaluationAt {
  const mean = Object.fromEntries(
    rankingMetrics.map((name) => [
      name,
      at.values[name].reduce((sum, value) => sum + value, 0) / at.values[name].length
    ])
  ) as EvaluationAt["mean"];
  const shown = at.exposure.reduce((sum, times) => sum + Number(times > 0), 0);
  return {...at, mean, coverage: shown / at.exposure.length, exposureGini: gini(at.exposure)};
}

/** Among all items that are not skipped, by descending score and then by number. */
function rankOfBest(scores: Float32Array, targets: Int32Array, skip: Uint8Array): number {
  let best = targets[0];
  for (const item of targets) if (scores[item] > scores[best]) best = item;
  let rank = 1;
  for (let item = 0; item < scores.length; item++)
    if (!skip[item] && (scores[item] > scores[best] || (scores[item] === scores[best] && item < best)))
      rank++;
  return rank;
}
