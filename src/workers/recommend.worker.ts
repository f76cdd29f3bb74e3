import * as Comlink from "comlink";
import type {Progress} from "../lib/driven.js";
import {driven} from "../lib/driven.js";
import type {Result} from "../lib/result.js";
import {fail, ok} from "../lib/result.js";
import type {BasketLines} from "../lib/recommend/basketLines.js";
import type {CustomerRecommendations} from "../lib/recommend/forCustomer.js";
import {forCustomer} from "../lib/recommend/forCustomer.js";
import type {RecommenderName} from "../lib/recommend/modelList.js";
import type {ShopChoice, ShopModels} from "../lib/recommend/shopModels.js";
import {fitShopModels} from "../lib/recommend/shopModels.js";
import type {SimilarItems} from "../lib/recommend/similarItems.js";
import {similarItems} from "../lib/recommend/similarItems.js";
import type {RecommendStudy, StudyChoice} from "../lib/recommend/study.js";
import {studyRecommendations} from "../lib/recommend/study.js";

let shop: {id: number; lines: BasketLines; models: ShopModels; shrinkage: number} | undefined;

const notThere = fail("models", "The models were fitted anew meanwhile: ask again.");

const study = (
  lines: BasketLines,
  choice: StudyChoice,
  data: unknown,
  report: (progress: Progress) => unknown
): Result<RecommendStudy> => driven(studyRecommendations(lines, choice, data), report);

/** Fits the shop's models and keeps them to be asked under a number. */
function open(
  id: number,
  lines: BasketLines,
  choice: ShopChoice,
  report: (progress: Progress) => unknown
): Result<{failed: ShopModels["failed"]; names: RecommenderName[]; milliseconds: number}> {
  const started = performance.now();
  const fitted = driven(fitShopModels(lines, choice), report);
  if (!fitted.ok) return fitted;
  shop = {id, lines, models: fitted.value, shrinkage: choice.settings.shrinkage};
  const {failed, models} = fitted.value;
  return ok({failed, names: [...models.keys()], milliseconds: performance.now() - started});
}

/** What the models recommend someone, and how long each took. */
function customer(
  id: number,
  key: number,
  options: {count: number; filterBought: boolean}
): Result<CustomerRecommendations & {milliseconds: number}> {
  if (shop?.id !== id) return notThere;
  const person = shop.lines.person.values.indexOf(key);
  if (person < 0)
    return fail("customer", `There is no customer ${key} with a product: choose one of the list.`);
  const started = performance.now();
  const found = forCustomer(shop.lines, shop.models, person, options);
  return ok({...found, milliseconds: performance.now() - started});
}

/** The items most like one that is named as in the marts. */
function similar(id: number, name: number | string, count: number): Result<SimilarItems> {
  if (shop?.id !== id) return notThere;
  const item = shop.models.purchases.names.indexOf(name);
  return item < 0
    ? fail("item", `There is no ${shop.models.purchases.level} “${name}”: choose one of the lists above.`)
    : ok(similarItems(shop.lines, shop.models, item, {count, shrinkage: shop.shrinkage}));
}

const api = {ping: () => true, study, open, customer, similar};

export type RecommendApi = typeof api;

Comlink.expose(api);
