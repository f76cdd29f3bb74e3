import type {FitProgress, FitRequest} from "../pipeline/fitting.js";
import {divided, setAside} from "../pipeline/divided.js";
import {fit} from "../pipeline/fit.js";
import {trainingPart} from "../pipeline/trainingPart.js";
import type {Selection, SelectionProgress} from "../learn/select/selectFeatures.js";
import {selectFeatures} from "../learn/select/selectFeatures.js";
import {quickRank} from "../learn/select/quickRank.js";
import {rocAuc} from "../metrics/rocAuc.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {Report} from "./bench.js";
import {driven} from "../driven.js";
import {benchOf} from "./bench.js";

/** A fit whose score alone is wanted. */
export interface SearchRequest extends FitRequest {
  /** How many of the training rows to take, stratified by outcome; null for all. */
  rows: number | null;
}

/** ROC-AUC on the test rows, or null with the sentence that says why there is none. */
export interface SearchScore {
  score: number | null;
  problem?: string;
}

/** Fits a candidate of a search and gives back nothing but its score. */
export function searchOn(id: string, request: SearchRequest, report: Report): Result<SearchScore> {
  const bench = benchOf(id);
  const {labels} = bench.examples;
  const {spec, seed, rows, train: all, test} = request;
  const without = (problem: string) => ok<SearchScore>({score: null, problem});
  const fewer =
    rows !== null && rows < all.length
      ? setAside(labels, all, {share: rows / all.length, seed, stream: "search.rows"})
      : ok<[Uint32Array, Uint32Array]>([new Uint32Array(), all]);
  if (!fewer.ok) return without(fewer.message);
  const parts = divided(labels, fewer.value[1], {spec, method: "none", seed});
  if (!parts.ok) return without(parts.message);
  const fitted = driven(fit(bench, {...request, ...parts.value}), report);
  if (!fitted.ok) return without(fitted.message);
  const score = rocAuc(
    Uint8Array.from(test, (row) => labels[row]),
    fitted.value.probabilities
  );
  return score === null ? without("All rows of a fold ended the same way.") : ok({score});
}

/** Which features to select from, and by which rows. */
export interface SelectionRequest {
  train: Uint32Array;
  keep: readonly string[];
  /** How many to end with. */
  features: number;
  seed: number;
}

/** Selects features in six steps on training rows. */
export function selectOn(id: string, request: SelectionRequest, report: Report): Result<Selection> {
  const {examples, module} = benchOf(id);
  const {train, keep, features, seed} = request;
  const part = driven(trainingPart(examples, {train, balance: "none", seed, module}), report);
  if (!part.ok) return part;
  const {values, labels} = part.value;
  const present = new Set(examples.columns.map(({feature}) => feature));
  const selecting = selectFeatures(
    {columns: examples.columns, values, labels},
    {
      keep: keep.filter((name) => present.has(name)),
      rank: quickRank({values, labels, seed, module}),
      features,
      seed,
      module
    }
  );
  return driven(named(selecting), report);
}

/** Tells which step is at work. */
function* named<T>(selecting: Generator<SelectionProgress, T>): Generator<FitProgress, T> {
  for (;;) {
    const {done, value} = selecting.next();
    if (done) return value;
    yield {share: value.share, doing: `Selecting features: ${value.step}`};
  }
}
