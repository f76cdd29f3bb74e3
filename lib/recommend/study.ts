import {part} from "../part.js";
import {modelHash} from "../model/hash.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {BasketLines} from "./basketLines.js";
import type {Evaluation, RankingMetric} from "./evaluate.js";
import {evaluate, rankingMetrics} from "./evaluate.js";
import type {EvaluationCases} from "./evaluationCases.js";
import {evaluationCases} from "./evaluationCases.js";
import {itemFacts} from "./itemFacts.js";
import {leaveLastOrderOut} from "./leaveLastOrderOut.js";
import type {MeanInterval} from "./meanInterval.js";
import {meanInterval} from "./meanInterval.js";
import type {FitInputs, RecommenderName} from "./modelList.js";
import {fitRecommender, recommenderLabels, recommenderNames} from "./modelList.js";
import {pairedDifference} from "./pairedDifference.js";
import type {RecommendSettings} from "./parameters.js";
import type {ItemLevel} from "./purchasesAt.js";
import {purchasesAt} from "./purchasesAt.js";
import type {Progress, Recommender} from "./recommender.js";
import type {Split} from "./split.js";
import {splitAtDate} from "./splitAtDate.js";

/** How models are judged. */
export interface StudyChoice {
  level: ItemLevel;
  /** Learn from what was bought before `from` and find what came later, or find everyone's last order. */
  by: "date" | "last";
  /** Days since 1 January 1970. */
  from: number;
  /** Whether what someone has bought already is left out of what they are recommended. */
  filterBought: boolean;
  mergeDays: boolean;
  /** Recommendations a person. */
  k: number;
  settings: RecommendSettings;
}

/** How well one model finds what people bought. */
export interface StudiedRecommender {
  name: RecommenderName;
  /** Means over people at k, with intervals of 95 %. */
  metrics: Record<RankingMetric, MeanInterval>;
  /** By how much more people find something, and how much higher NDCG is, than by popularity. */
  against: {hitRate: MeanInterval; ndcg: MeanInterval} | null;
  /** Share of all items that anyone is shown, and the Gini coefficient of how often each is. */
  coverage: number;
  exposureGini: number | null;
  /** Hit rate by length of the list. */
  lengths: {k: number; hitRate: number}[];
  /** How long the list would have to be for the brief's share of people to find something in it. */
  longEnough: number;
}

export interface RecommendStudy {
  choice: StudyChoice;
  people: number;
  items: number;
  /** Products of orders that were learned from and that were looked for. */
  lines: {train: number; test: number};
  trained: number;
  strangers: number;
  /** People with something to learn from and something to find, and those of them who bought nothing new. */
  evaluable: number;
  onlyRepeats: number;
  evaluated: number;
  targets: number;
  newItems: number;
  reachable: number;
  models: StudiedRecommender[];
  /** Models that could not be fitted, with why. */
  failed: {name: RecommenderName; why: string}[];
  /** Of what was asked and what came of it. */
  hash: string;
}

/** The hit rate that the brief claims. */
export const claimedHitRate = 0.28;

const lengths = [1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const;

/**
 * Fits every model to the purchases of one side of a split and looks for those of the other: full rankings, intervals
 * over people, each beside chance and popularity.
 * @param data what tells the shop's files from others, for the hash
 */
export function* studyRecommendations(
  lines: BasketLines,
  choice: StudyChoice,
  data: unknown
): Generator<Progress, Result<RecommendStudy>> {
  const {level, by, from, filterBought, mergeDays, k, settings} = choice;
  const {columns, people, items, state} = purchasesAt(lines, level, {mergeDays});
  const split: Split = by === "date" ? splitAtDate(columns, from) : leaveLastOrderOut(columns);
  if (!split.train.length)
    return fail("empty", "Nothing was bought before that day: choose a later one to find purchases from.");
  const cases = evaluationCases(columns, split, {people, items, filterBought, state});
  const facts = itemFacts(lines, level, split.train);
  const inputs: FitInputs = {train: cases.train, columns, rows: split.train, state, facts};
  const fitted = new Map<RecommenderName, Recommender>();
  const models: StudiedRecommender[] = [];
  const failed: RecommendStudy["failed"] = [];
  let base: Evaluation | undefined;
  const shownK = Math.min(k, items);
  for (const [i, name] of recommenderNames.entries()) {
    const [begin, size] = [i / recommenderNames.length, 0.5 / recommenderNames.length];
    const model = yield* part(
      fitRecommender(name, inputs, settings, fitted),
      begin,
      size,
      `Fitting ${recommenderLabels[name]}`
    );
    if (!model.ok) {
      failed.push({name, why: model.message});
      continue;
    }
    fitted.set(name, model.value);
    const judged = yield* part(
      evaluate(model.value, cases, [shownK]),
      begin + size,
      size,
      `Ranking by ${recommenderLabels[name]}`
    );
    if (!judged.ok) return judged;
    if (name === "popularity") base = judged.value;
    models.push(studied(name, judged.value, base, shownK, settings.seed));
  }
  const found = {
    ...{choice, people: split.people, items, trained: split.trained, strangers: split.strangers},
    lines: {train: split.train.length, test: split.test.length},
    ...counts(cases, split),
    ...{models, failed}
  };
  const hash = modelHash({data, features: [level], parameters: choice, seed: settings.seed, model: found});
  return ok({...found, hash});
}

const counts = (
  {person, onlyRepeats, targets, newItems, reachable}: EvaluationCases,
  {evaluable}: Split
) => ({
  ...{evaluable: evaluable.length, evaluated: person.length, onlyRepeats, targets, newItems, reachable}
});

function studied(
  name: RecommenderName,
  evaluation: Evaluation,
  base: Evaluation | undefined,
  k: number,
  seed: number
): StudiedRecommender {
  const {
    at: [own],
    firstRank
  } = evaluation;
  const interval = (metric: RankingMetric) => known(meanInterval(own.values[metric], {seed}));
  const above = (metric: RankingMetric) =>
    known(pairedDifference(evaluation, base ?? evaluation, metric, k, {seed}));
  const ranks = firstRank.slice().sort();
  return {
    name,
    metrics: Object.fromEntries(rankingMetrics.map((metric) => [metric, interval(metric)])) as Record<
      RankingMetric,
      MeanInterval
    >,
    against: base && base !== evaluation ? {hitRate: above("hitRate"), ndcg: above("ndcg")} : null,
    ...{coverage: own.coverage, exposureGini: own.exposureGini},
    lengths: lengths
      .filter((length) => length <= own.exposure.length)
      .map((length) => ({k: length, hitRate: ranks.filter((rank) => rank <= length).length / ranks.length})),
    longEnough: ranks[Math.ceil(claimedHitRate * ranks.length) - 1]
  };
}

function known(interval: MeanInterval | null): MeanInterval {
  if (!interval) throw new RangeError("nobody was evaluated");
  return interval;
}

/**
 * Whether a model finds more than popularity, as far as the people evaluated can tell: by the interval of the difference.
 * @example verdict(study.models[1]) => "the baseline"
 */
export const verdict = ({against}: Pick<StudiedRecommender, "against">): string =>
  against === null
    ? "the baseline"
    : against.hitRate.low > 0
      ? "better than popularity"
      : against.hitRate.high < 0
        ? "worse than popularity"
        : "not better than popularity";
