import {cityRates, notTrained} from "../features/targetEncoding.js";
import type {TrainedModel} from "../model/model.js";
import {marginsOf, probabilityOf} from "../model/model.js";
import type {Result} from "../result.js";
import {ok} from "../result.js";
import {scorer} from "../learn/trees/scorer.js";
import type {LabExamples} from "./fitting.js";
import {filled} from "./trainingPart.js";

/**
 * The rate of label 1 by city as a model is served with: from all training rows, whichever city, by the city's code.
 * Undefined where no column depends on it.
 * @example servedRates({labels: Uint8Array.of(1, 0), city: {codes: Int32Array.of(0, 0), column: 0}}, Uint32Array.of(0, 1))
 *   => {ok: true, value: Float32Array.of(0.5)}
 */
export function servedRates(
  {labels, city}: Pick<LabExamples, "labels" | "city">,
  train: Uint32Array
): Result<Float32Array | undefined> {
  if (!city) return ok(undefined);
  const cities = city.codes.reduce((most, code) => Math.max(most, code + 1), 0);
  const rows = cities + train.length;
  const input = {city: new Int32Array(rows), labels: new Uint8Array(rows), folds: new Uint8Array(rows)};
  for (let i = 0; i < rows; i++) {
    const row = train[i - cities];
    input.city[i] = i < cities ? i : city.codes[row];
    input.labels[i] = i < cities ? 0 : labels[row];
    input.folds[i] = i < cities ? notTrained : i % 2;
  }
  const rates = cityRates(input);
  return rates.ok ? ok(rates.value.slice(0, cities)) : rates;
}

/**
 * A model's probabilities of label 1 of every row of the examples, as it would score new ones: rates by city are the
 * served ones, also of rows that it learnt from. The model's columns are found by name, in any order.
 * Throws a TypeError where the examples lack one of them.
 */
export function servedScores(
  examples: LabExamples,
  model: TrainedModel,
  {rates, module}: {rates?: Float32Array; module?: WebAssembly.Module} = {}
): Float64Array {
  const {labels, city} = examples;
  const served = city && rates ? {cityRates: Float32Array.from(city.codes, (code) => rates[code])} : {};
  const values = filled(examples, served);
  const columns = model.features.map((name) => {
    const at = examples.columns.findIndex((column) => column.name === name);
    if (at < 0) throw new TypeError(`no column ${JSON.stringify(name)}`);
    return values[at];
  });
  const scores =
    model.kind === "trees"
      ? scorer(model, module).margins(columns, labels.length)
      : marginsOf(model, columns, labels.length);
  return scores.map((score) => probabilityOf(model, score));
}
