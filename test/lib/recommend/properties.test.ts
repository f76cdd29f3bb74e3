import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {randomSource} from "../../../lib/random/source.js";
import {shuffle} from "../../../lib/random/shuffle.js";
import {baskets} from "../../../lib/recommend/baskets.js";
import type {PurchaseColumns} from "../../../lib/recommend/baskets.js";
import {evaluate} from "../../../lib/recommend/evaluate.js";
import {evaluationCases} from "../../../lib/recommend/evaluationCases.js";
import type {Interactions} from "../../../lib/recommend/interactions.js";
import {interactions} from "../../../lib/recommend/interactions.js";
import {leaveLastOrderOut} from "../../../lib/recommend/leaveLastOrderOut.js";
import {blend} from "../../../lib/recommend/models/blend.js";
import {fitBm25Knn} from "../../../lib/recommend/models/bm25Knn.js";
import {fitBpr} from "../../../lib/recommend/models/bpr.js";
import {fitCategoryPopularity} from "../../../lib/recommend/models/categoryPopularity.js";
import {chance} from "../../../lib/recommend/models/chance.js";
import {fitContent} from "../../../lib/recommend/models/content.js";
import {fitEase} from "../../../lib/recommend/models/ease.js";
import {fitImplicitAls} from "../../../lib/recommend/models/implicitAls.js";
import {fitItemKnn} from "../../../lib/recommend/models/itemKnn.js";
import {fitPopularity} from "../../../lib/recommend/models/popularity.js";
import {fitPureSvd} from "../../../lib/recommend/models/pureSvd.js";
import {fitRules} from "../../../lib/recommend/models/ruleModel.js";
import {fitStatePopularity} from "../../../lib/recommend/models/statePopularity.js";
import {pairedDifference} from "../../../lib/recommend/pairedDifference.js";
import type {Recommender} from "../../../lib/recommend/recommender.js";
import {scoreRanks} from "../../../lib/recommend/scoreRanks.js";
import {topItems} from "../../../lib/recommend/topItems.js";
import {interactionsOf, people, scoresOf, valueOf} from "./support.js";

const als = {factors: 8, alpha: 10, regularisation: 1, iterations: 8, seed: 1};
const bpr = {factors: 8, epochs: 40, learningRate: 0.05, regularisation: 0.01, seed: 1};

/** The models that learn who buys what together, with `k` factors. */
const learned = (data: Interactions, k = 8): Record<string, Recommender> => ({
  knn: valueOf(finish(fitItemKnn(data, {neighbours: 20, shrinkage: 5}))),
  bm25: valueOf(finish(fitBm25Knn(data, {neighbours: 20}))),
  ease: valueOf(finish(fitEase(data, {regularisation: 50}))),
  svd: valueOf(finish(fitPureSvd(data, {k, seed: 1}))),
  als: valueOf(finish(fitImplicitAls(data, {...als, factors: k}))),
  bpr: valueOf(finish(fitBpr(data, {...bpr, factors: k})))
});

const others = (data: Interactions, columns: PurchaseColumns): Record<string, Recommender> => {
  const codes = Int32Array.from({length: data.byItem.rows}, (_, item) => item % 4);
  return {
    state: valueOf(fitStatePopularity(data, new Uint8Array(data.byPerson.rows))),
    category: valueOf(fitCategoryPopularity(data, codes)),
    rules: valueOf(fitRules(baskets(columns, data.byItem.rows), {minCount: 2})),
    content: valueOf(fitContent(data, {category: codes, priceBand: codes}))
  };
};

const against = (columns: PurchaseColumns, count: number, level: number) => {
  const cases = evaluationCases(columns, leaveLastOrderOut(columns), {
    people: count,
    items: 60,
    filterBought: true
  });
  const base = valueOf(finish(evaluate(valueOf(fitPopularity(cases.train)), cases, [5])));
  const models = {...learned(cases.train), chance: chance(60, 1)};
  return Object.entries(models).map(([name, model]) => {
    const own = valueOf(finish(evaluate(model, cases, [5])));
    const difference = pairedDifference(own, base, "ndcg", 5, {seed: 1, level});
    return {name, base: base.at[0].mean.ndcg, own: own.at[0].mean.ndcg, low: difference?.low ?? NaN};
  });
};

describe("models against popularity", () => {
  it("find planted blocks far better", () => {
    for (const {name, base, own, low} of against(people(400, {loyalty: 0.9, seed: 3}), 400, 0.95)) {
      if (name === "chance") continue;
      expect(own, name).toBeGreaterThan(2 * base);
      expect(low, name).toBeGreaterThan(0);
    }
  });

  it("do not beat it on independent purchases", () => {
    for (const {name, low} of against(people(600, {loyalty: 0, seed: 5}), 600, 0.99))
      expect(low, name).toBeLessThanOrEqual(0);
  });
});

const columns = people(90, {loyalty: 0.7, seed: 8});
const data = interactions(columns, {people: 90, items: 60});

it("scores of an empty history rank as popularity does", () => {
  const ranks = scoreRanks(scoresOf(valueOf(fitPopularity(data)), []));
  const {rules, ...models} = {...learned(data), ...others(data, columns)};
  for (const [name, model] of Object.entries(models))
    expect(scoreRanks(scoresOf(model, [])), name).toEqual(ranks);
  const blended = valueOf(
    blend([
      {model: models.knn, weight: 1},
      {model: models.als, weight: 1}
    ])
  );
  expect(scoreRanks(scoresOf(blended, []))).toEqual(ranks);
  // Rules count baskets, not people.
  expect(topItems(scoresOf(rules, []), 1)).toHaveLength(1);
});

it("who has which number changes nothing", () => {
  const turn = shuffle(
    Uint32Array.from({length: 90}, (_, person) => person),
    randomSource(2)
  );
  const turned = {...columns, person: columns.person.map((person) => turn[person])};
  const other = interactions(turned, {people: 90, items: 60});
  const models = {...learned(data), ...others(data, columns)};
  const again: Record<string, Recommender> = {...learned(other), ...others(other, turned)};
  for (const [name, model] of Object.entries(models)) {
    // Draws people by their numbers.
    if (name === "bpr") continue;
    const scores = scoresOf(model, [0, 6, 17], {state: 0});
    const same = scoresOf(again[name], [0, 6, 17], {state: 0});
    scores.forEach((score, item) => expect(same[item], name).toBeCloseTo(score, 4));
  }
});

describe("degenerate shops", () => {
  const finite = (models: Record<string, Recommender>, items: number) => {
    for (const [name, model] of Object.entries(models))
      for (const history of [[], [0]]) {
        const scores = scoresOf(model, history);
        expect(scores.every(Number.isFinite), name).toBe(true);
        expect(topItems(scores, 10), name).toHaveLength(items);
        expect(model.explain({items: Int32Array.from(history)}, items - 1), name).toBeDefined();
      }
  };

  it("of one item and of one person are served", () => {
    finite(learned(interactionsOf([[1], [1]]), 1), 1);
    finite(learned(interactionsOf([[1]]), 1), 1);
    finite(learned(interactionsOf([[1, 1, 0]]), 1), 3);
    // No one buys two things: neighbours have nothing to say.
    finite(
      learned(
        interactionsOf([
          [1, 0],
          [0, 1]
        ]),
        2
      ),
      2
    );
  });

  it("without purchases are refused in a sentence", () => {
    const none = interactionsOf([[0, 0]]);
    const results = [
      fitPopularity(none),
      fitStatePopularity(none, [0]),
      fitCategoryPopularity(none, [0, 0]),
      finish(fitItemKnn(none, {neighbours: 1, shrinkage: 0})),
      finish(fitBm25Knn(none, {neighbours: 1})),
      finish(fitEase(none, {regularisation: 1})),
      finish(fitPureSvd(none, {k: 1, seed: 1})),
      finish(fitImplicitAls(none, als)),
      finish(fitBpr(none, bpr))
    ];
    for (const result of results) expect(result).toMatchObject({ok: false, code: "empty"});
    const content = valueOf(
      fitContent(none, {category: Int32Array.of(0, 1), priceBand: Int32Array.of(0, 0)})
    );
    expect(topItems(scoresOf(content, [1]), 2)).toEqual(Int32Array.of(1, 0));
  });
});
