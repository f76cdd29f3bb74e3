import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {associationRules} from "../../../lib/recommend/associationRules.js";
import {blend} from "../../../lib/recommend/models/blend.js";
import {fitBm25Knn} from "../../../lib/recommend/models/bm25Knn.js";
import {fitCategoryPopularity} from "../../../lib/recommend/models/categoryPopularity.js";
import {chance} from "../../../lib/recommend/models/chance.js";
import {fitContent} from "../../../lib/recommend/models/content.js";
import {fitItemKnn} from "../../../lib/recommend/models/itemKnn.js";
import {fitPopularity} from "../../../lib/recommend/models/popularity.js";
import {fitRecentPopularity} from "../../../lib/recommend/models/recentPopularity.js";
import {fitRules} from "../../../lib/recommend/models/ruleModel.js";
import {fitStatePopularity} from "../../../lib/recommend/models/statePopularity.js";
import {recommend} from "../../../lib/recommend/recommend.js";
import {topItems} from "../../../lib/recommend/topItems.js";
import {columnsOf, interactionsOf, scoresOf, sparse, valueOf} from "./support.js";

const data = interactionsOf([
  [1, 1, 0, 0, 0],
  [1, 1, 0, 0, 0],
  [1, 0, 1, 0, 0],
  [0, 0, 0, 1, 0],
  [1, 0, 0, 0, 0]
]);
const shopper = (...items: number[]) => ({items: Int32Array.from(items)});

describe("popularity", () => {
  it("counts people, and explains an item by its place", () => {
    const model = valueOf(fitPopularity(data));
    expect([...scoresOf(model, [])]).toEqual([4, 2, 1, 1, 0]);
    expect(model.explain(shopper(), 3)).toEqual({kind: "popularity", among: "all", rank: 3, count: 1});
  });

  it("lets a purchase count half after the half-life", () => {
    const columns = columnsOf([
      [0, 0, 0, 0],
      [1, 0, 0, 1],
      [2, 1, 30, 2]
    ]);
    const model = valueOf(fitRecentPopularity(columns, {items: 2, halfLife: 15}));
    expect([...scoresOf(model, [])]).toEqual([0.5, 1]);
    expect(model.explain(shopper(), 0)).toMatchObject({among: "recent", rank: 2, count: 0.5});
    expect(fitRecentPopularity(columns, {items: 2, halfLife: 0})).toMatchObject({ok: false});
    expect(fitRecentPopularity(columnsOf([]), {items: 2, halfLife: 1})).toMatchObject({code: "empty"});
  });

  it("knows the person's state and falls back to all", () => {
    const model = valueOf(fitStatePopularity(data, [0, 0, 0, 1, 1]));
    expect([...topItems(scoresOf(model, [], {state: 1}), 5)]).toEqual([0, 3, 1, 2, 4]);
    expect(model.explain({...shopper(), state: 1}, 3)).toMatchObject({among: "state", rank: 1, count: 1});
    expect(model.explain({...shopper(), state: 1}, 1)).toMatchObject({among: "all", rank: 2});
    expect([...topItems(scoresOf(model, []), 5)]).toEqual([0, 1, 2, 3, 4]);
    expect([...topItems(scoresOf(model, [], {state: 9}), 5)]).toEqual([0, 1, 2, 3, 4]);
  });

  it("knows the categories that someone buys", () => {
    const model = valueOf(fitCategoryPopularity(data, [0, 0, 1, 1, 1]));
    expect([...topItems(scoresOf(model, [3]), 5)]).toEqual([2, 3, 0, 1, 4]);
    expect(model.explain(shopper(3), 2)).toMatchObject({among: "category", rank: 1});
    expect(model.explain(shopper(3), 1)).toMatchObject({among: "all", rank: 2});
  });
});

describe("item neighbours", () => {
  it("are the shrunk cosines by hand, with the bought items as the reason", () => {
    const model = valueOf(finish(fitItemKnn(data, {neighbours: 5, shrinkage: 1})));
    const scores = scoresOf(model, [0]);
    expect(scores[1]).toBeCloseTo(2 / (Math.sqrt(8) + 1), 6);
    expect(scores[2]).toBeCloseTo(1 / (2 + 1), 6);
    const reason = model.explain(shopper(0, 3), 1);
    expect(reason.kind).toBe("similar");
    expect(reason.kind === "similar" && reason.bought.map(({item}) => item)).toEqual([0]);
    expect(model.explain(shopper(3), 1)).toMatchObject({kind: "popularity", rank: 2});
    const one = valueOf(finish(fitItemKnn(data, {neighbours: 1, shrinkage: 0})));
    expect(one.explain(shopper(0), 2).kind).toBe("popularity");
  });

  it("weigh people and items by BM25", () => {
    const model = valueOf(finish(fitBm25Knn(data, {neighbours: 5, k1: 1.2, b: 0.75})));
    // Those bought have 4, 2, 1 and 1 purchases, 2 on average; people of two items weigh ln(5 / 3).
    const weight = (length: number) => (2.2 / (1.2 * (0.25 + (0.75 * length) / 2) + 1)) * Math.log(5 / 3);
    expect(scoresOf(model, [0])[1]).toBeCloseTo(2 * weight(4) * weight(2), 6);
  });

  it("refuse parameters that make no sense", () => {
    expect(finish(fitItemKnn(data, {neighbours: 0, shrinkage: 0}))).toMatchObject({
      ok: false,
      code: "parameter"
    });
    expect(finish(fitItemKnn(data, {neighbours: 1, shrinkage: -1}))).toMatchObject({ok: false});
    expect(finish(fitBm25Knn(data, {neighbours: 1, b: 2}))).toMatchObject({ok: false, code: "parameter"});
  });
});

describe("association rules", () => {
  const basket = sparse([
    [1, 1, 0],
    [1, 1, 0],
    [1, 0, 1],
    [0, 0, 1],
    [1, 0, 0],
    [0, 0, 0]
  ]);

  it("are those by hand; an order without items is no basket", () => {
    const rules = valueOf(associationRules(basket, {minCount: 1}));
    expect(rules.map(({from, to, count}) => [from, to, count])).toEqual([
      [0, 1, 2],
      [1, 0, 2],
      [0, 2, 1],
      [2, 0, 1]
    ]);
    expect(rules[0]).toEqual({from: 0, to: 1, count: 2, support: 0.4, confidence: 0.5, lift: 1.25});
    expect(rules[3]).toMatchObject({support: 0.2, confidence: 0.5, lift: 0.625});
    expect(valueOf(associationRules(basket, {minCount: 2}))).toHaveLength(2);
    expect(valueOf(associationRules(basket, {minCount: 1, minConfidence: 0.6}))).toHaveLength(1);
    expect(valueOf(associationRules(basket, {minCount: 1, minLift: 1}))).toHaveLength(2);
    expect(associationRules(basket, {minCount: 0})).toMatchObject({ok: false});
    expect(associationRules(sparse([[0]]), {minCount: 1})).toMatchObject({code: "empty"});
  });

  it("recommend by the best rule, and name it", () => {
    const model = valueOf(fitRules(basket, {minCount: 1}));
    expect([...scoresOf(model, [1, 2])].map((score) => Math.round(score * 100) / 100)).toEqual([1, 0.4, 0.4]);
    expect(model.explain(shopper(1, 2), 0)).toMatchObject({
      kind: "rule",
      rule: {from: 1, to: 0, confidence: 1}
    });
    expect(model.explain(shopper(1), 2)).toMatchObject({kind: "popularity"});
  });
});

it("content finds items that no one has bought yet", () => {
  const model = valueOf(
    fitContent(data, {
      category: Int32Array.of(0, 0, 1, 1, 1),
      priceBand: Int32Array.of(0, 1, 0, 1, -1)
    })
  );
  expect([...topItems(scoresOf(model, [3]), 5)]).toEqual([3, 2, 4, 1, 0]);
  expect(model.explain(shopper(3), 4)).toEqual({kind: "content", sameCategory: 1, samePriceBand: 0});
  expect(model.explain(shopper(4), 0)).toMatchObject({kind: "popularity", rank: 1});
});

it("a blend ranks by weighted places", () => {
  const popular = valueOf(fitPopularity(data));
  const knn = valueOf(finish(fitItemKnn(data, {neighbours: 5, shrinkage: 0})));
  const model = valueOf(
    blend([
      {model: popular, weight: 1},
      {model: knn, weight: 3}
    ])
  );
  // By popularity 1, 2, 3, 3, 5; by neighbours of item 2: item 0, then 1, 2 and 3, 4.
  const scores = scoresOf(model, [2]);
  expect(scores[0]).toBe(-1);
  expect(model.explain(shopper(2), 1)).toEqual({kind: "blend", ranks: [2, 2]});
  expect(scores[1]).toBe(-2);
  expect(blend([])).toMatchObject({ok: false, code: "empty"});
  expect(blend([{model: knn, weight: 0}])).toMatchObject({code: "weights"});
  expect(() =>
    blend([
      {model: knn, weight: 1},
      {model: chance(3, 1), weight: 1}
    ])
  ).toThrow(RangeError);
});

it("recommendations come with their reasons, without what was bought", () => {
  const model = valueOf(finish(fitItemKnn(data, {neighbours: 5, shrinkage: 0})));
  const list = recommend(model, shopper(0), {count: 3, filterBought: true});
  expect(list.map(({item, reason}) => [item, reason.kind])).toEqual([
    [1, "similar"],
    [2, "similar"],
    [3, "popularity"]
  ]);
  expect(recommend(model, shopper(0), {count: 9, filterBought: false})).toHaveLength(5);
});

it("chance is repeatable and differs between people", () => {
  const model = chance(4, 3);
  expect(scoresOf(model, [], {person: 1})).toEqual(scoresOf(model, [2], {person: 1}));
  expect(scoresOf(model, [], {person: 1})).not.toEqual(scoresOf(model, [], {person: 2}));
  expect(model.explain(shopper(), 0)).toEqual({kind: "chance"});
});
