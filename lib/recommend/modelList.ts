import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {baskets} from "./baskets.js";
import type {PurchaseColumns} from "./baskets.js";
import type {Interactions} from "./interactions.js";
import type {ItemFacts} from "./itemFacts.js";
import {blend} from "./models/blend.js";
import {fitBm25Knn} from "./models/bm25Knn.js";
import {fitBpr} from "./models/bpr.js";
import {fitCategoryPopularity} from "./models/categoryPopularity.js";
import {chance} from "./models/chance.js";
import {fitContent} from "./models/content.js";
import {fitEase} from "./models/ease.js";
import {fitImplicitAls} from "./models/implicitAls.js";
import {fitItemKnn} from "./models/itemKnn.js";
import {fitPopularity} from "./models/popularity.js";
import {fitPureSvd} from "./models/pureSvd.js";
import {fitRecentPopularity} from "./models/recentPopularity.js";
import {fitRules} from "./models/ruleModel.js";
import {fitStatePopularity} from "./models/statePopularity.js";
import type {RecommendSettings} from "./parameters.js";
import type {Progress, Recommender} from "./recommender.js";
import {placeWord} from "../shop.js";

/** Models by name, those that the others are held against first; a blend comes after what it is made of. */
export const recommenderLabels = {
  popularity: "Popularity",
  chance: "Random",
  recent: "Recent popularity",
  state: `Popular in the ${placeWord.one}`,
  category: "Popular in own categories",
  content: "Content: category and price band",
  rules: "Association rules",
  itemKnn: "Item kNN, cosine",
  bm25Knn: "Item kNN, BM25",
  ease: "EASE",
  svd: "PureSVD",
  als: "Implicit ALS",
  bpr: "BPR",
  blend: "Blend of kNN and own categories"
} as const;

export type RecommenderName = keyof typeof recommenderLabels;

export const recommenderNames = Object.keys(recommenderLabels) as RecommenderName[];

/** Those that take seconds, not milliseconds, at the size of a shop. */
export const factorModels: readonly RecommenderName[] = ["svd", "als", "bpr"];

/** What models learn from. */
export interface FitInputs {
  train: Interactions;
  columns: PurchaseColumns;
  /** The rows of `columns` that may be learned from. */
  rows: Uint32Array;
  /** Code of each person's state. */
  state: Int32Array;
  facts: ItemFacts;
}

const [alsIterations, bprEpochs, learningRate, bprRegularisation] = [10, 20, 0.05, 0.01];

/**
 * Fits a model by name.
 * @param fitted models that are there already: what a blend is made of
 * @example finish(fitRecommender("popularity", inputs, settings, new Map())).value.scores(shopper, out)
 */
export function* fitRecommender(
  name: RecommenderName,
  {train, columns, rows, state, facts}: FitInputs,
  settings: RecommendSettings,
  fitted: ReadonlyMap<RecommenderName, Recommender>
): Generator<Progress, Result<Recommender>> {
  const items = train.byItem.rows;
  const {factors, neighbours, shrinkage, halfLife, together, lambda, alpha, regularisation, seed} = settings;
  switch (name) {
    case "chance":
      return ok(chance(items, seed));
    case "popularity":
      return fitPopularity(train);
    case "recent":
      return fitRecentPopularity(columns, {items, halfLife, rows});
    case "state":
      return fitStatePopularity(train, state);
    case "category":
      return fitCategoryPopularity(train, facts.category);
    case "content":
      return fitContent(train, facts);
    case "rules":
      return fitRules(baskets(columns, items, rows), {minCount: together});
    case "itemKnn":
      return yield* fitItemKnn(train, {neighbours, shrinkage});
    case "bm25Knn":
      return yield* fitBm25Knn(train, {neighbours});
    case "ease":
      return yield* fitEase(train, {regularisation: lambda});
    case "svd":
      return yield* fitPureSvd(train, {k: Math.min(factors, items, train.byPerson.rows), seed});
    case "als":
      return yield* fitImplicitAls(train, {
        ...{factors, alpha, regularisation, iterations: alsIterations, seed}
      });
    case "bpr":
      return yield* fitBpr(train, {
        ...{factors, epochs: bprEpochs, learningRate, regularisation: bprRegularisation, seed}
      });
    case "blend": {
      const [knn, category] = [fitted.get("itemKnn"), fitted.get("category")];
      if (!knn || !category) return fail("blend", "A blend needs the models it is made of.");
      return blend([
        {model: knn, weight: settings.blend},
        {model: category, weight: 1 - settings.blend}
      ]);
    }
  }
}
