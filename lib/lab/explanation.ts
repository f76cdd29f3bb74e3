import type {BeeswarmPoint} from "../explain/beeswarm.js";
import {beeswarm} from "../explain/beeswarm.js";
import type {FeatureShap} from "../explain/featureSums.js";
import {featureSums} from "../explain/featureSums.js";
import type {MeanAbsolute} from "../explain/meanAbsolute.js";
import {meanAbsolute} from "../explain/meanAbsolute.js";
import {modelShap, scoreUnit} from "../explain/modelShap.js";
import type {Importance} from "../explain/permutationImportance.js";
import {permutationImportance} from "../explain/permutationImportance.js";
import {gather} from "../learn/examples.js";
import type {FitProgress} from "../pipeline/fitting.js";
import {servedRates} from "../pipeline/serving.js";
import {filled} from "../pipeline/trainingPart.js";
import type {Workbench} from "../pipeline/workbench.js";
import {scorer} from "../learn/trees/scorer.js";
import type {TrainedModel} from "../model/model.js";
import {marginsOf, scoreColumns} from "../model/model.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import type {LabRequest} from "./bench.js";
import {driven} from "../driven.js";
import {benchOf, dividedFor} from "./bench.js";

/** What a page is told of all rows' SHAP values, in the unit of `scoreUnit`. */
export interface Explained {
  rows: number;
  /** What the SHAP values of all rows took. */
  milliseconds: number;
  base: number;
  /** The greatest distance between a row's score and base plus contributions. */
  gap: number;
  /** Each row's score, before calibration. */
  scores: Float64Array;
  overall: MeanAbsolute[];
  swarm: BeeswarmPoint[];
  /** The columns that the model depends on its training rows for: rates by city, of every row. */
  cityRates?: Float32Array;
}

/** All rows' SHAP values, which stay in the worker. */
export interface Session {
  key: string;
  model: TrainedModel;
  bench: Workbench;
  values: readonly Float32Array[];
  contributions: readonly Float64Array[];
  features: readonly FeatureShap[];
  seed: number;
  explained: Explained;
}

type Report = (progress: FitProgress) => unknown;

let session: Session | undefined;
const swarm = {points: 400, top: 12};

/** Whether the SHAP values of a key are here: the last ones are. */
export const explains = (key: string): boolean => session?.key === key;

/** The SHAP values of a key, which must be here. */
export function sessionOf(key: string): Session {
  if (session?.key !== key) throw new Error(`no explanation with the key ${key}`);
  return session;
}

/** Works out the SHAP values of every row of the examples, as new rows would be scored, and keeps them. */
export function explain(
  id: string,
  key: string,
  request: LabRequest,
  model: TrainedModel,
  report: Report
): Result<true> {
  session = undefined;
  const bench = benchOf(id);
  const read = columnsFor(bench, request);
  if (!read.ok) return read;
  const {values, cityRates} = read.value;
  const {columns, labels} = bench.examples;
  const begin = performance.now();
  const {base, contributions} = driven(modelShap(model, values, {module: bench.module}), report);
  const milliseconds = performance.now() - begin;
  const {factor} = scoreUnit(model);
  const scores = marginsIn(bench, model, values).map((margin) => factor * margin);
  const features = featureSums(columns, contributions);
  session = {
    ...{key, model, bench, values, contributions, features, seed: request.seed},
    explained: {
      rows: labels.length,
      ...{milliseconds, base, scores, cityRates},
      gap: gapOf(base, contributions, scores),
      overall: meanAbsolute(features),
      swarm: beeswarm(features, values, {seed: request.seed, ...swarm})
    }
  };
  return ok(true);
}

/** What is told of a key's SHAP values. */
export const explainedOf = (key: string): Explained => sessionOf(key).explained;

const repeats = 5;

/** What a model loses on a request's test rows when a feature is shuffled, by ROC-AUC. */
export function permuted(
  id: string,
  request: LabRequest,
  model: TrainedModel,
  report: Report
): Result<Importance[]> {
  const bench = benchOf(id);
  const read = columnsFor(bench, request);
  if (!read.ok) return read;
  const {test, seed} = request;
  const {columns, labels} = bench.examples;
  const quick = model.kind === "trees" ? scorer(model, bench.module) : undefined;
  return driven(
    permutationImportance(
      (values) => quick?.probabilities(values, test.length) ?? scoreColumns(model, values, test.length),
      {
        columns,
        values: read.value.values.map((column) => gather(column, test)),
        labels: Uint8Array.from(test, (row) => labels[row])
      },
      {seed, repeats, looksAt: lookedAt(model)}
    ),
    report
  );
}

/** The examples' columns as a model is served with: rates by city from all rows that the request learns from. */
function columnsFor(
  bench: Workbench,
  request: LabRequest
): Result<{values: readonly Float32Array[]; cityRates?: Float32Array}> {
  const {examples} = bench;
  const parts = dividedFor(bench, request);
  if (!parts.ok) return parts;
  const rates = servedRates(examples, parts.value.train);
  if (!rates.ok) return rates;
  const byCity = rates.value;
  const cityRates = examples.city && byCity && Float32Array.from(examples.city.codes, (code) => byCity[code]);
  return ok({values: filled(examples, {cityRates}), cityRates});
}

const marginsIn = ({examples, module}: Workbench, model: TrainedModel, values: readonly Float32Array[]) =>
  model.kind === "trees"
    ? scorer(model, module).margins(values, examples.labels.length)
    : marginsOf(model, values, examples.labels.length);

function gapOf(base: number, contributions: readonly Float64Array[], scores: Float64Array): number {
  const left = scores.map((score) => score - base);
  for (const column of contributions) for (let row = 0; row < left.length; row++) left[row] -= column[row];
  return left.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
}

function lookedAt(model: TrainedModel): (column: number) => boolean {
  const used = new Set(model.kind === "trees" ? model.trees.feature : []);
  return (column) => (model.kind === "trees" ? used.has(column) : model.coefficients[column] !== 0);
}
