import {describe, expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {recommenderCard} from "../../../lib/recommend/card.js";
import {studyChoice} from "../../../lib/recommend/choice.js";
import type {RecommenderName} from "../../../lib/recommend/modelList.js";
import {fitRecommender, recommenderNames} from "../../../lib/recommend/modelList.js";
import {interactions} from "../../../lib/recommend/interactions.js";
import {itemFacts} from "../../../lib/recommend/itemFacts.js";
import {purchasesAt} from "../../../lib/recommend/purchasesAt.js";
import {recommend} from "../../../lib/recommend/recommend.js";
import type {Recommender} from "../../../lib/recommend/recommender.js";
import {shopper} from "../../../lib/recommend/shopper.js";
import {splitAtDate} from "../../../lib/recommend/splitAtDate.js";
import type {BasketLines} from "../../../lib/recommend/basketLines.js";
import type {RecommenderFile} from "../../../lib/recommend/modelFile.js";
import {recommendParameters} from "../../../lib/recommend/parameters.js";
import type {StudyChoice} from "../../../lib/recommend/study.js";
import {claimedHitRate, studyRecommendations} from "../../../lib/recommend/study.js";
import {parseState} from "../../../lib/state/parseState.js";
import {linesOf, settings, smallShop} from "./shop.js";
import {valueOf} from "./support.js";

const emptyFile: RecommenderFile = {
  ...{
    format: "vitrine-recommender",
    version: 1,
    kind: "itemKnn",
    hash: "",
    shrinkage: 0,
    ids: [],
    people: []
  },
  ...{indptr: [0], neighbours: [], both: [], popular: []}
};
const choice: StudyChoice = {
  ...{level: "product", by: "date", from: 50, filterBought: true, mergeDays: false, k: 5, settings}
};
const studied = (rows: ReturnType<typeof smallShop>, asked: Partial<StudyChoice> = {}) =>
  valueOf(finish(studyRecommendations(linesOf(rows), {...choice, ...asked}, "data")));

/** What everyone with a purchase before a day is recommended, by model, in keys of the marts. */
function listsAt(lines: BasketLines, day: number) {
  const {columns, people, items, state, names} = purchasesAt(lines, "product", {mergeDays: false});
  const rows = splitAtDate(columns, day).train;
  const train = interactions(columns, {people, items, rows});
  const inputs = {train, columns, rows, state, facts: itemFacts(lines, "product", rows)};
  const fitted = new Map<RecommenderName, Recommender>();
  const known = new Set(Array.from(rows, (row) => columns.item[row]));
  return recommenderNames
    .filter((name) => name !== "chance")
    .flatMap((name) => {
      const model = valueOf(finish(fitRecommender(name, inputs, settings, fitted)));
      fitted.set(name, model);
      return lines.person.values.flatMap((customer, person) => {
        const own = shopper(train.byPerson, person, state[person]);
        if (own.items.length === 0) return [];
        const list = recommend(model, own, {count: known.size - own.items.length, filterBought: true});
        return [
          `${name} ${customer}: ${list
            .slice(0, 5)
            .map(({item}) => names[item])
            .join(" ")}`
        ];
      });
    });
}

describe("a study of recommendations", () => {
  const rows = smallShop(1);
  const study = studied(rows);

  it("judges every model on the same people, each beside popularity", () => {
    expect(study.models.map(({name}) => name)).toEqual(recommenderNames);
    expect(study.evaluated).toBeGreaterThan(10);
    for (const {name, metrics, against, coverage, lengths} of study.models) {
      for (const {mean, low, high} of Object.values(metrics)) {
        expect(low).toBeLessThanOrEqual(mean);
        expect(mean).toBeLessThanOrEqual(high);
      }
      expect(against === null).toBe(name === "popularity");
      expect(coverage).toBeGreaterThan(0);
      const at5 = lengths.find(({k}) => k === 5)?.hitRate ?? NaN;
      expect(at5).toBeCloseTo(metrics.hitRate.mean, 12);
    }
  });

  it("finds tastes: item kNN beats random, and hit rates rise with the length of the list", () => {
    const rate = (name: string) =>
      study.models.find((model) => model.name === name)?.metrics.hitRate.mean ?? NaN;
    expect(rate("itemKnn")).toBeGreaterThan(rate("chance"));
    for (const {lengths} of study.models)
      lengths.slice(1).forEach(({hitRate}, i) => expect(hitRate).toBeGreaterThanOrEqual(lengths[i].hitRate));
  });

  it("says how long a list reaches the share that is claimed", () => {
    for (const {longEnough, lengths} of study.models) {
      for (const {k, hitRate} of lengths)
        if (k >= longEnough) expect(hitRate).toBeGreaterThanOrEqual(claimedHitRate);
        else expect(hitRate).toBeLessThan(claimedHitRate);
    }
  });

  it("gives the same hash for the same question, another for other data, settings or rows", () => {
    expect(studied(rows).hash).toBe(study.hash);
    const other = valueOf(finish(studyRecommendations(linesOf(rows), choice, "other data")));
    expect(other.hash).not.toBe(study.hash);
    expect(studied(rows, {settings: {...settings, seed: 2}}).hash).not.toBe(study.hash);
    expect(studied(rows.slice(0, -8)).hash).not.toBe(study.hash);
  });

  it("recommends everyone the same whatever anyone buys later, by every model", () => {
    const day = 50;
    const future = [0, 1, 2, 3].map((i) => ({
      ...{customer: 5 * i, order: 900 + i, day: 60, state: "AM", category: "New", price: 1},
      product: 100 * i
    }));
    const sorted = (all: typeof rows) =>
      [...all].sort((a, b) => a.customer - b.customer || a.order - b.order);
    const known = rows.filter((row) => row.day < day);
    const [before, after] = [known, sorted([...rows, ...future])].map((all) => listsAt(linesOf(all), day));
    expect(after).toEqual(before);
  });

  it("judges sellers, categories, last orders and repeats too", () => {
    expect(studied(rows, {level: "seller"}).items).toBe(3);
    expect(studied(rows, {level: "category", filterBought: false}).onlyRepeats).toBe(0);
    const last = studied(rows, {by: "last"});
    expect(last.strangers).toBe(0);
    expect(last.evaluated).toBeGreaterThan(study.evaluated);
  });

  it("leaves out a model that cannot be fitted, with its sentence", () => {
    const {failed, models} = studied(rows, {settings: {...settings, lambda: 0}});
    expect(failed.map(({name}) => name)).toEqual(["ease"]);
    expect(models.map(({name}) => name)).not.toContain("ease");
  });

  it("says what to do where there is nothing to learn from or nobody to judge", () => {
    const message = (from: number) => {
      const result = finish(studyRecommendations(linesOf(rows), {...choice, from}, "data"));
      return result.ok ? "" : result.message;
    };
    expect(message(0)).toMatch(/^Nothing was bought before that day: choose a later one/);
    expect(message(1000)).toMatch(/^No one can be evaluated/);
  });

  it("takes the page's own parameters", () => {
    const span = {
      first_purchase: "2016-09-04T00:00:00",
      last_purchase: "2018-10-17T00:00:00",
      cutoff: "2018-08-30T00:00:00"
    };
    const values = parseState(recommendParameters(span), "?items=seller&blend=30&bought=in").values;
    const asked = studyChoice(values);
    expect(asked).toMatchObject({level: "seller", by: "date", filterBought: false, k: 10});
    expect(asked.settings.blend).toBe(0.3);
    expect(new Date(asked.from * 86_400_000).toISOString().slice(0, 10)).toBe("2018-03-03");
  });
});

it("the card of item kNN says how it was judged", () => {
  const rows = smallShop(1);
  const study = valueOf(finish(studyRecommendations(linesOf(rows), choice, "data")));
  const file = {...emptyFile, shrinkage: 1, hash: "of the file"};
  const about = {source: "real", cutoff: "2018-08-30T00:00:00", built_at: "2026-01-01T00:00:00Z"} as const;
  const card = recommenderCard(study, file, about);
  expect(card.modelHash).toBe("of the file");
  expect(card.verdict).toMatch(/than popularity$/);
  expect(card.metrics).toHaveLength(14);
  expect(card.protocol.evaluatedPeople).toBe(study.evaluated);
});
