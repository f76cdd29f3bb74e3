import {cityRates, notTrained} from "../features/targetEncoding.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import {gather} from "../learn/examples.js";
import type {Balance} from "../learn/families.js";
import {draws} from "../learn/resample/draws.js";
import {smote} from "../learn/resample/smote.js";
import {smotenc} from "../learn/resample/smotenc.js";
import type {FitProgress, LabExamples} from "./fitting.js";
import type {Standard} from "../learn/standard.js";
import {stratifiedFolds} from "../learn/validation/stratifiedFolds.js";
import {standardOf, standardised, unstandardised} from "../learn/standard.js";

/** Rows to learn from, made ready: real ones, then synthetic ones. */
export interface TrainingPart {
  features: readonly string[];
  /** In the columns' own units, NaN where a value is missing. */
  values: readonly Float32Array[];
  labels: Uint8Array;
  /** How many of the rows, the last, are synthetic. */
  synthetic: number;
  /** Of the real rows, where it was needed. */
  standard?: Standard;
  /** The column of rates by city for all rows of the examples: out of fold where trained on, else from all training rows. */
  cityRates?: Float32Array;
}

interface PartOptions {
  train: Uint32Array;
  balance: Balance;
  seed: number;
  module?: WebAssembly.Module;
}

const neighbours = 5;

/**
 * Gathers the training rows, works out the rates by city that depend on their labels, and adds synthetic rows where
 * asked. A synthetic row is made from standardised, filled rows; where the row that it starts from has a gap it has
 * one too, so that a gap never gives away which rows are real.
 */
export function* trainingPart(
  examples: LabExamples,
  {train, balance, seed, module}: PartOptions
): Generator<FitProgress, Result<TrainingPart>> {
  const features = examples.columns.map(({name}) => name);
  const rates = examples.city && ratesOf({labels: examples.labels, city: examples.city}, train, seed);
  if (rates && !rates.ok) return rates;
  const values = filled(examples, {cityRates: rates?.value}).map((column) => gather(column, train));
  const labels = Uint8Array.from(train, (row) => examples.labels[row]);
  const real: TrainingPart = {features, values, labels, synthetic: 0, cityRates: rates?.value};
  if (balance === "none" || balance === "weights") return ok(real);

  const every = Uint32Array.from(train.keys());
  const standard = standardOf(values, every);
  const rarer = Number(2 * labels.reduce((sum, label) => sum + label, 0) <= labels.length);
  const rows = every.filter((row) => labels[row] === rarer);
  const drawn = draws(labels.length - 2 * rows.length, rows.length, neighbours, seed);
  const options = {k: neighbours, seed, draws: drawn, kernels: module};
  const scores = standardised(values, every, standard);
  const making =
    balance === "smote" ? smote(scores, labels, options) : smotenc(examples.columns, scores, labels, options);
  let step = making.next();
  for (; !step.done; step = making.next()) yield {share: step.value.share, doing: "Making synthetic rows"};
  if (!step.value.ok) return step.value;
  const longer = unstandardised(step.value.value.values, standard);
  longer.forEach((column, j) => {
    column.set(values[j]);
    for (let i = 0; i < drawn.base.length; i++)
      if (Number.isNaN(values[j][rows[drawn.base[i]]])) column[labels.length + i] = NaN;
  });
  return ok({
    ...real,
    values: longer,
    labels: step.value.value.labels,
    synthetic: step.value.value.synthetic,
    standard
  });
}

/** All columns of the examples, the rates by city filled in. */
export const filled = (
  {values, city}: LabExamples,
  {cityRates}: Pick<TrainingPart, "cityRates">
): readonly Float32Array[] =>
  city && cityRates ? values.map((column, j) => (j === city.column ? cityRates : column)) : values;

const rateFolds = 5;

/** The column of rates by city, worked out of fold among the training rows. */
function ratesOf(
  {labels, city}: Required<Pick<LabExamples, "labels" | "city">>,
  train: Uint32Array,
  seed: number
): Result<Float32Array> {
  const trained = Uint8Array.from(train, (row) => labels[row]);
  const folds = stratifiedFolds(trained, {folds: rateFolds, seed, stream: "rates.folds"});
  if (!folds.ok) return folds;
  const foldOf = new Uint8Array(labels.length).fill(notTrained);
  train.forEach((row, i) => (foldOf[row] = folds.value[i]));
  return cityRates({city: city.codes, labels, folds: foldOf});
}
