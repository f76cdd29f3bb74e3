import type {ExampleColumn, Examples} from "../learn/examples.js";
import {fail, ok} from "../result.js";
import type {Result} from "../result.js";
import type {Feature} from "./catalogue.js";
import {cityRate, columnsOf} from "./catalogue.js";
import type {FeatureTable} from "./labels.js";
import type {Target} from "./labels.js";
import {columnOf, labelsOf} from "./labels.js";
import type {Preset} from "./presets.js";
import {presetFeatures} from "./presets.js";

export interface MatrixOptions {
  label: Target;
  preset: Preset;
}

/** Examples of customers, with the city of each for `cityRates`. */
export interface CustomerExamples extends Examples {
  /** Whole numbers from 0. */
  city: Int32Array;
}

/** A number of each value. A loop, as `Float32Array.from` with a function goes through an iterator. */
function numbersBy(values: ArrayLike<unknown>, by: (value: unknown) => number): Float32Array {
  const numbers = new Float32Array(values.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = by(values[i]);
  return numbers;
}

const numbers = (values: ArrayLike<unknown>): Float32Array =>
  numbersBy(values, (value) => (value == null ? NaN : Number(value)));

const milliseconds = (time: unknown): number => (time instanceof Date ? time.getTime() : Number(time));

/** The values of a feature's columns, in the order of `columnsOf`. */
function valuesOf(table: FeatureTable, feature: Feature, preset: Preset): Float32Array[] {
  if (feature.name === cityRate)
    return [
      preset === "forward"
        ? numbers(columnOf(table, "city_rate_earlier"))
        : new Float32Array(columnOf(table, "city").length)
    ];
  const values = columnOf(table, feature.name);
  if (feature.levels)
    return feature.levels.map((level) => numbersBy(values, (value) => (value === level ? 1 : 0)));
  return [numbers(values)];
}

/**
 * The matrix of an answer to `featuresSql`: a column for each number, one for each level of a category (94 for all 78
 * features), NaN where a value is missing, a row per customer. City_churn_rate is the earlier window's rate in the
 * preset "forward" and 0 in the others, where `cityRates` fills it in once the rows are split. Fails without rows and
 * where the labels are not known yet; throws an Error where the table lacks a column.
 * @example examplesOf(await sql.columns(featuresSql(parameters)), {label: {kind: "rule"}, preset: "brief"})
 *   => {ok: true, value: {columns: [{name: "recency_days", ...}, ...], ...}}
 */
export function examplesOf(table: FeatureTable, {label, preset}: MatrixOptions): Result<CustomerExamples> {
  const keys = Int32Array.from(columnOf(table, "customer_key"), Number);
  if (!keys.length) return fail("empty", "Nobody had bought by this cutoff: choose a later one.");
  const labels = labelsOf(table, label);
  if (!labels.ok) return labels;
  const columns: ExampleColumn[] = [];
  const values: Float32Array[] = [];
  for (const feature of presetFeatures(preset)) {
    columns.push(...columnsOf(feature));
    values.push(...valuesOf(table, feature, preset));
  }
  return ok({
    columns,
    values,
    labels: labels.value,
    times: Float64Array.from(columnOf(table, "last_purchased_at"), milliseconds),
    keys,
    city: Int32Array.from(columnOf(table, "city"), Number)
  });
}
