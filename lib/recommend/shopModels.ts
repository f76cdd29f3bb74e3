import {part} from "../part.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {BasketLines} from "./basketLines.js";
import {allRows} from "./baskets.js";
import type {Interactions} from "./interactions.js";
import {interactions} from "./interactions.js";
import type {ItemFacts} from "./itemFacts.js";
import {itemFacts} from "./itemFacts.js";
import type {RecommenderName} from "./modelList.js";
import {factorModels, fitRecommender, recommenderLabels, recommenderNames} from "./modelList.js";
import type {RecommendSettings} from "./parameters.js";
import type {ItemLevel, LevelPurchases} from "./purchasesAt.js";
import {purchasesAt} from "./purchasesAt.js";
import type {Progress, Recommender} from "./recommender.js";

/** What the shop would be served with today: fitted to all purchases. */
export interface ShopChoice {
  level: ItemLevel;
  mergeDays: boolean;
  settings: RecommendSettings;
  /** Whether models that take seconds to fit are wanted too. */
  factors: boolean;
}

export interface ShopModels {
  purchases: LevelPurchases;
  facts: ItemFacts;
  interactions: Interactions;
  models: ReadonlyMap<RecommenderName, Recommender>;
  failed: {name: RecommenderName; why: string}[];
}

/**
 * Fits the models to all that was bought.
 * @example finish(fitShopModels(lines, {level: "product", mergeDays: false, settings, factors: false})).value.models
 */
export function* fitShopModels(
  lines: BasketLines,
  {level, mergeDays, settings, factors}: ShopChoice
): Generator<Progress, Result<ShopModels>> {
  const purchases = purchasesAt(lines, level, {mergeDays});
  const {columns, people, items, state} = purchases;
  const rows = allRows(columns);
  if (!rows.length) return fail("empty", "No order of this shop has a product.");
  const train = interactions(columns, {people, items});
  const facts = itemFacts(lines, level, rows);
  const names = recommenderNames.filter((name) => factors || !factorModels.includes(name));
  const models = new Map<RecommenderName, Recommender>();
  const failed: ShopModels["failed"] = [];
  for (const [i, name] of names.entries()) {
    const work = fitRecommender(name, {train, columns, rows, state, facts}, settings, models);
    const model = yield* part(work, i / names.length, 1 / names.length, `Fitting ${recommenderLabels[name]}`);
    if (model.ok) models.set(name, model.value);
    else failed.push({name, why: model.message});
  }
  return ok({purchases, facts, interactions: train, models, failed});
}
