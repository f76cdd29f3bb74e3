import type {Manifest} from "../marts/manifest.js";
import {version} from "../version.js";
import {recommenderLabels} from "./modelList.js";
import type {RecommenderFile} from "./modelFile.js";
import type {RecommendStudy} from "./study.js";
import {verdict} from "./study.js";

/** What someone who takes a recommender out of the site should know of it. */
export interface RecommenderCard {
  name: string;
  madeAt: string;
  version: string;
  purpose: string;
  outOfScope: string[];
  data: {source: string; cutoff: string; people: number; items: number};
  settings: {neighbours: number; shrinkage: number};
  protocol: {split: string; evaluatedPeople: number; recommendations: number; learnedFrom: number};
  /** Means with 95 % intervals over people, beside the same of popularity. */
  metrics: {model: string; metric: string; value: number; low: number; high: number}[];
  verdict: string;
  caveats: string[];
  modelHash: string;
}

const told = ["hitRate", "precision", "recall", "ndcg", "mrr", "map", "novelty"] as const;

/**
 * The card of item kNN, as a study has judged it.
 * @example recommenderCard(study, file, about).verdict => "not better than popularity"
 */
export function recommenderCard(
  study: RecommendStudy,
  {hash, shrinkage}: RecommenderFile,
  about: Pick<Manifest, "source" | "cutoff" | "built_at">
): RecommenderCard {
  const {choice, evaluated, lines, people, items} = study;
  const shown = study.models.filter(({name}) => name === "itemKnn" || name === "popularity");
  const knn = shown.find(({name}) => name === "itemKnn");
  return {
    name: recommenderLabels.itemKnn,
    madeAt: new Date(about.built_at).toISOString(),
    version,
    purpose: "To list products that people with the same purchases bought too.",
    outOfScope: [
      "Other shops, or later years, without judging it anew.",
      "Saying what a recommendation sells: the files do not record whether anyone was shown any."
    ],
    data: {source: about.source, cutoff: about.cutoff, people, items},
    settings: {neighbours: choice.settings.neighbours, shrinkage},
    protocol: {
      split: `judged when fitted to what was bought before day ${choice.from} (since 1 January 1970), on what the same people bought later; the file itself is fitted to all purchases`,
      ...{evaluatedPeople: evaluated, recommendations: choice.k, learnedFrom: lines.train}
    },
    metrics: shown.flatMap(({name, metrics}) =>
      told.map((metric) => {
        const {mean, low, high} = metrics[metric];
        return {model: recommenderLabels[name], metric, value: mean, low, high};
      })
    ),
    verdict: knn ? verdict(knn) : "not judged",
    caveats: [
      "Most people bought once, and most products share nobody with another: they get the most popular products.",
      "Products have no names in the files; ids are those of the files."
    ],
    modelHash: hash
  };
}
