import type {Result} from "../../../lib/result.js";
import type {BasketLines} from "../../../lib/recommend/basketLines.js";
import {basketLinesOf} from "../../../lib/recommend/basketLines.js";
import {recommenderLabels} from "../../../lib/recommend/modelList.js";
import type {ItemLevel} from "../../../lib/recommend/purchasesAt.js";
import type {SimilarItems} from "../../../lib/recommend/similarItems.js";
import type {RecommendStudy, StudyChoice} from "../../../lib/recommend/study.js";
import type {ShopChoice} from "../../../lib/recommend/shopModels.js";
import type {TaskOptions} from "../../../lib/task.js";
import type {RecommendApi} from "../../../workers/recommend.worker.js";
import {background} from "../../background.js";
import {manifest, readColumns} from "../../marts.js";
import {onSourceChange} from "../../martsSource.js";
import {publishedResult} from "../../publishedFiles.js";
import {kept} from "../../resultCache.js";
import {customerAsked} from "./customer.js";
import {studyName} from "./text.js";

let loaded: Promise<BasketLines> | undefined;
onSourceChange(() => (loaded = undefined));

/** All products of orders, read when first needed, without DuckDB. */
export function loadBaskets(): Promise<BasketLines> {
  loaded ??= readColumns("baskets").then(basketLinesOf);
  loaded.catch(() => (loaded = undefined));
  return loaded;
}

const worker = () =>
  background<RecommendApi>(() => import.meta.resolve("../../../workers/recommend.worker.js"));
const shownSimilar = 20;

// A study takes long, and nobody who looks at a customer should wait for it.
const {ask: askStudy} = worker();
const {ask: askShop} = worker();
let opened = 0;

/**
 * How well the models find what people bought: as published with the site, or as worked out in this browser before, or
 * else worked out now in a worker.
 */
export async function studyOf(choice: StudyChoice, options: TaskOptions): Promise<Result<RecommendStudy>> {
  const published = await publishedResult<RecommendStudy>("recommend", choice);
  if (published) return {ok: true, value: published};
  const {inputs} = await manifest();
  const data = inputs.map(({file, sha256}) => ({file, sha256}));
  return kept(studyName(choice), ["recommend", choice], async () => {
    const lines = await loadBaskets();
    return askStudy((worker, report) => worker.study(lines, choice, data, report), options);
  });
}

/** The shop's models, fitted in a worker, to be asked about customers and items. */
export async function openShop({level, mergeDays, settings, factors}: ShopChoice, options: TaskOptions) {
  const choice = {level, mergeDays, settings, factors};
  const lines = await loadBaskets();
  const id = ++opened;
  const models = await askShop((worker, report) => worker.open(id, lines, choice, report), options);
  if (!models.ok) return models;
  const {names} = models.value;
  return {
    ok: true as const,
    value: {
      ...models.value,
      customer: (key: number, asked: {count: number; filterBought: boolean}) =>
        kept(
          `Recommendations for customer ${key}: ${names.map((name) => recommenderLabels[name]).join(", ")}`,
          ["recommend-customer", choice, key, asked],
          () => askShop((worker) => worker.customer(id, key, asked))
        ),
      similar: (name: number | string, count: number) => askShop((worker) => worker.similar(id, name, count))
    }
  };
}

/** What a shop's models recommend someone: whoever is asked for, or who has ordered most. */
export async function recommendTo(
  shop: ReturnType<typeof openShop>,
  asked: string,
  {k, filterBought}: Pick<StudyChoice, "k" | "filterBought">
) {
  const [opened, lines] = await Promise.all([shop, loadBaskets()]);
  if (!opened.ok) return opened;
  const key = await customerAsked(lines, asked);
  return key.ok ? opened.value.customer(key.value, {count: k, filterBought}) : key;
}

/** The items most like one: the one that is named, or the first of the commonest. */
export async function similarTo(
  shop: ReturnType<typeof openShop>,
  level: ItemLevel,
  asked: string
): Promise<Result<SimilarItems>> {
  const [opened, lines] = await Promise.all([shop, loadBaskets()]);
  if (!opened.ok) return opened;
  const text = asked.trim();
  const {values, codes} = lines[level];
  if (text !== "") return opened.value.similar(level === "category" ? text : Number(text), shownSimilar);
  const counts = new Int32Array(values.length);
  for (const code of codes) counts[code]++;
  const commonest = counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0));
  return opened.value.similar(values[commonest], shownSimilar);
}
