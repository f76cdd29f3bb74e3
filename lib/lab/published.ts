import type {Served} from "./decision.js";
import type {ExampleColumn} from "../learn/examples.js";
import type {Family} from "../learn/families.js";
import type {LabExamples} from "../pipeline/fitting.js";
import type {Manifest, ManifestInput} from "../marts/manifest.js";
import type {Comparison} from "../metrics/compareModels.js";
import type {Scorecard} from "../metrics/scorecard.js";
import type {TrainedModel} from "../model/model.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import {labData} from "./data.js";
import type {Lab} from "./lab.js";
import type {LabChoice} from "./parameters.js";
import {choiceKey, sameInputs} from "./resultFile.js";
import {lossesOf, resultsOf} from "./results.js";
import {servedBy} from "./served.js";
import type {LabFit} from "./bench.js";
import type {LabModel, LabOutcome, Losses} from "./train.js";

/** A file of a published training, as it stands beside its index. */
export interface PublishedFile {
  path: string;
  bytes: number;
  /** Of its bytes. */
  sha256: string;
}

/** What is known of a published model without its trees and its rows' scores. */
export interface PublishedModel {
  family: Family;
  fit: Omit<LabFit, "model" | "probabilities" | "trainProbabilities" | "curve">;
  scorecard: Scorecard;
  losses?: {[Part in keyof Losses]: number[]};
  rates?: number[];
  /** `model` is the site's own format, `scores` are the held-out rows' probabilities, `people` everybody's. */
  files: {
    model: PublishedFile;
    xgboost?: PublishedFile;
    sql: PublishedFile;
    card: PublishedFile;
    scores: PublishedFile;
    people: PublishedFile;
  };
}

/** A training that was done when the site was built: the outcome of a page's own default question. */
export interface PublishedTraining {
  format: "vitrine-training";
  version: 1;
  choice: LabChoice;
  inputs: Pick<ManifestInput, "file" | "sha256">[];
  found: 0 | 1;
  columns: readonly ExampleColumn[];
  sql: string;
  models: PublishedModel[];
  comparisons: {rocAuc: Comparison[]; averagePrecision: Comparison[]};
  /** Each row's key, label and whether it was held out; and columns to be listed beside a score. */
  files: {rows: PublishedFile; listed: PublishedFile};
}

/** Columns that a list of customers or orders shows beside the score. */
export const listedColumns = [
  ...["recency_days", "frequency", "monetary_value", "avg_order_value"],
  ...["avg_review_score", "late_delivery_ratio"]
] as const;

/** What there is of rows in the files, in the order of the examples. */
export interface PublishedRows {
  keys: Int32Array;
  labels: Uint8Array;
  held: Uint8Array;
  /** Of the held-out rows, by family, of label `found`. */
  scores: ReadonlyMap<Family, Float64Array>;
  /** Of all rows, by family, of label 1. */
  people: ReadonlyMap<Family, Float64Array>;
  listed: ReadonlyMap<string, Float32Array>;
  models: ReadonlyMap<Family, TrainedModel>;
}

/** What a training leaves to be published beside its files. */
export async function trainingToPublish(outcome: LabOutcome): Promise<{
  losses: ReadonlyMap<Family, Losses>;
  served: ReadonlyMap<Family, Served>;
  byPrecision: Comparison[];
}> {
  const {byPrecision} = await resultsOf(outcome);
  const losses = new Map<Family, Losses>();
  const served = new Map<Family, Served>();
  for (const model of outcome.models) {
    const found = await lossesOf(outcome, model);
    if (found) losses.set(model.family, found);
    const all = await servedBy(outcome, model);
    if (!all.ok) throw new Error(all.message);
    served.set(model.family, all.value);
  }
  return {losses, served, byPrecision};
}

/**
 * Whether a training answers a choice of the reader's: all that matters is the same, for some of its families. Which
 * device is asked for does not matter, as each gives the same model.
 */
export function answers(
  training: Pick<PublishedTraining, "choice" | "inputs">,
  choice: LabChoice,
  about: Pick<Manifest, "inputs">,
  families: readonly Family[]
): boolean {
  const told = (asked: LabChoice) =>
    choiceKey({...asked, specs: families.map((family) => asked.specs[family])});
  return told(training.choice) === told(choice) && sameInputs(training.inputs, about.inputs);
}

/**
 * The outcome of a published training, as if it had been done here, with some of its families. Columns that are not
 * published throw when they are read; work that needs all examples works them out first.
 */
export function publishedOutcome(
  lab: Lab,
  about: Manifest,
  {choice, found, columns, sql, models, comparisons}: PublishedTraining,
  {keys, labels, held, scores, people, listed, models: trained}: PublishedRows
): LabOutcome {
  const rows = Uint32Array.from(held.keys());
  const test = rows.filter((row) => held[row] === 1);
  const split = {train: rows.filter((row) => held[row] === 0), test};
  const full = async (): Promise<Result<LabExamples>> => {
    const data = await labData(lab, choice.question);
    return data.ok ? ok(data.value.examples) : data;
  };
  const examples: LabExamples = {
    columns,
    values: valuesOf(columns, listed),
    labels,
    times: new Float64Array(labels.length).fill(NaN),
    keys
  };
  const named = new Set(trained.keys());
  const mine = models.filter(({family}) => named.has(family));
  const known = (comparison: Comparison) =>
    named.has(comparison.a as Family) && named.has(comparison.b as Family);
  return {
    choice,
    data: {
      ...{lab, id: JSON.stringify(choice.question), question: choice.question, about, sql, examples, full},
      milliseconds: 0
    },
    splits: [split],
    found,
    test,
    labels: Uint8Array.from(test, (row) => Number(labels[row] === found)),
    models: mine.map(({family, fit, scorecard, losses, rates}): LabModel => {
      const model = trained.get(family);
      const probabilities = scores.get(family);
      if (!model || !probabilities) throw new Error(`no published model of the family ${family}`);
      const whole = {...fit, model};
      const all = people.get(family);
      return {
        ...{family, fit: whole, parts: [{...whole, probabilities}], probabilities, scorecard},
        losses: losses && {
          train: Float64Array.from(losses.train),
          validation: losses.validation && Float64Array.from(losses.validation),
          test: Float64Array.from(losses.test)
        },
        served: all && {probabilities: all, rates: rates && Float32Array.from(rates)}
      };
    }),
    comparisons: comparisons.rocAuc.filter(known),
    byPrecision: comparisons.averagePrecision.filter(known)
  };
}

function valuesOf(
  columns: readonly ExampleColumn[],
  listed: ReadonlyMap<string, Float32Array>
): readonly Float32Array[] {
  const values: Float32Array[] = [];
  for (const [j, {name}] of columns.entries()) {
    const known = listed.get(name);
    if (known) values[j] = known;
    else
      Object.defineProperty(values, j, {
        enumerable: true,
        get() {
          throw new Error(`the values of ${name} were not published`);
        }
      });
  }
  return values;
}
