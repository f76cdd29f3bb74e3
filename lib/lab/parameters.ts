import type {Balance, Family, ModelSpec} from "../learn/families.js";
import {briefSpecs} from "../learn/families.js";
import type {CalibrationMethod} from "../pipeline/calibrating.js";
import {calibrationMethods} from "../pipeline/calibrating.js";
import type {LabelName, PresetName, Question} from "../pipeline/question.js";
import {labelNames, latestAsof, presetNames} from "../pipeline/question.js";
import type {Bound, NumberOf} from "../learn/specBounds.js";
import {shopSpecs} from "../learn/shopSpecs.js";
import {specBounds} from "../learn/specBounds.js";
import type {Parameter} from "../state/parameter.js";
import {choice, flag, integer, real, text} from "../state/parameters.js";
import {populationParameter} from "../explore/populationParameter.js";

export const families = ["logistic", "forest", "boosting", "xgboost"] as const satisfies readonly Family[];
export const balances = ["none", "weights", "smote", "smotenc"] as const satisfies readonly Balance[];
export const validations = ["holdout", "folds", "windows"] as const;
export type Validation = (typeof validations)[number];

/** A number of a family: how it is called in the address, and to a reader. */
export interface SpecField {
  family: Family;
  field: string;
  /** In the address. */
  key: string;
  label: string;
  bound: Bound;
}

const fieldsOf = <F extends Family>(
  family: F,
  prefix: string,
  fields: readonly (readonly [NumberOf<F>, string, string])[]
): SpecField[] =>
  fields.map(([field, key, label]) => ({
    family,
    field: String(field),
    key: `${prefix}_${key}`,
    label,
    bound: specBounds[family][field]
  }));

/** What a reader may choose about each family. */
export const specFields: readonly SpecField[] = [
  ...fieldsOf("logistic", "lr", [
    ["C", "C", "Penalty C (less is stricter)"],
    ["l1Ratio", "l1", "Mixing: L2 at 0, L1 at 1"]
  ]),
  ...fieldsOf("forest", "rf", [
    ["trees", "trees", "Trees"],
    ["maxDepth", "depth", "Depth"],
    ["minLeafRows", "leaf", "Rows in a leaf, at least"],
    ["maxFeatures", "features", "Share of columns per split"]
  ]),
  ...fieldsOf("boosting", "gb", [
    ["rounds", "rounds", "Trees"],
    ["learningRate", "rate", "Learning rate"],
    ["maxDepth", "depth", "Depth"],
    ["minLeafRows", "leaf", "Rows in a leaf, at least"],
    ["subsample", "rows", "Share of rows per tree"],
    ["maxFeatures", "features", "Share of columns per split"]
  ]),
  ...fieldsOf("xgboost", "xgb", [
    ["rounds", "rounds", "Trees"],
    ["eta", "eta", "Learning rate eta"],
    ["maxDepth", "depth", "Depth"],
    ["alpha", "alpha", "L1 penalty alpha"],
    ["lambda", "lambda", "L2 penalty lambda"],
    ["gamma", "gamma", "Least gain gamma"],
    ["minChildWeight", "child", "min_child_weight"],
    ["scalePosWeight", "positive", "scale_pos_weight"],
    ["subsample", "rows", "Share of rows per tree"],
    ["colsample", "columns", "Share of columns per tree"],
    ["earlyStoppingRounds", "stop", "Stop after rounds without gain (0: never)"]
  ])
];

const numberParameter = ({bound: {low, high, whole}}: SpecField, fallback: number): Parameter<number> =>
  (whole ? integer : real)(fallback, {min: low, max: high});

const questionParameters = {
  label: choice<LabelName>("forward", labelNames),
  preset: choice<PresetName>("all", presetNames),
  asof: text("", {max: 10}),
  horizon: integer(180, {min: 7, max: 365}),
  days: integer(210, {min: 1, max: 700}),
  strict: flag(false),
  only: text("", {max: 300}),
  population: populationParameter(),
  validation: choice<Validation>("holdout", validations),
  held: real(0.2, {min: 0.05, max: 0.5}),
  balance: choice<Balance>("none", balances),
  calibration: choice<CalibrationMethod>("none", calibrationMethods),
  seed: integer(1, {min: 0, max: 999_999}),
  backend: choice("auto", ["auto", "webgl", "cpu"]),
  run: flag(false)
};

export type LabParameters = typeof questionParameters & Readonly<Record<string, Parameter<unknown>>>;

/**
 * Everything that a reader chooses about data and models, as it stands in the address.
 * @param people of the shop: in a small one, parameters have other fallbacks
 */
export function labParameters(people: number): LabParameters {
  const specs = shopSpecs(people);
  return {
    ...questionParameters,
    ...Object.fromEntries(
      specFields.map((field) => {
        const spec: Readonly<Record<string, unknown>> = {...specs[field.family]};
        return [field.key, numberParameter(field, Number(spec[field.field]))];
      })
    )
  };
}

/** The same with the brief's parameters as fallbacks, whatever the shop. */
export const briefParameters: LabParameters = labParameters(Infinity);

/** A reader's choice of data and models. */
export interface LabChoice {
  question: Question;
  validation: Validation;
  held: number;
  balance: Balance;
  calibration: CalibrationMethod;
  seed: number;
  backend: "auto" | "webgl" | "cpu";
  specs: Record<Family, ModelSpec>;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * The choice that an address's values stand for. An `asof` that is not given is the latest day that the label allows;
 * `only` lists features by number, "1,5-9". A population is one of customers: late orders are asked about for all.
 * @param end ISO time of the end of the data
 */
export function labChoice(values: Values, end: string, featureNames: readonly string[]): LabChoice {
  const number = (name: string) => Number(values[name]);
  const label = values.label as LabelName;
  const horizon = number("horizon");
  const asof = /^\d{4}-\d\d-\d\d$/.test(String(values.asof)) ? String(values.asof) : undefined;
  const population = String(values.population);
  const spec = (family: Family): ModelSpec => ({
    ...briefSpecs[family],
    ...Object.fromEntries(
      specFields.filter((field) => field.family === family).map(({field, key}) => [field, number(key)])
    )
  });
  return {
    question: {
      label,
      preset: values.preset as PresetName,
      asof: asof ?? latestAsof(label, horizon, end),
      horizon,
      days: number("days"),
      strict: values.strict === true,
      only: numbersIn(String(values.only), featureNames.length).map((n) => featureNames[n - 1]),
      ...(population && label !== "late" ? {population} : {})
    },
    validation: values.validation as Validation,
    held: number("held"),
    balance: values.balance as Balance,
    calibration: values.calibration as CalibrationMethod,
    seed: number("seed"),
    backend: values.backend as LabChoice["backend"],
    specs: {
      logistic: spec("logistic"),
      forest: spec("forest"),
      boosting: spec("boosting"),
      xgboost: spec("xgboost")
    }
  };
}

/** Whole numbers of a list with ranges, each once, up to the most. @example numbersIn("3,1-2,9", 5) => [1, 2, 3] */
export function numbersIn(list: string, most: number): number[] {
  const numbers = new Set<number>();
  for (const part of list.split(",")) {
    const range = /^\s*(\d{1,3})(?:\s*-\s*(\d{1,3}))?\s*$/.exec(part);
    if (!range) continue;
    const from = Math.max(1, Number(range[1]));
    for (let n = from; n <= Math.min(most, Number(range[2] ?? range[1])); n++) numbers.add(n);
  }
  return [...numbers].sort((a, b) => a - b);
}

/** Numbers as a list with ranges. @example listOf([1, 2, 3, 7]) => "1-3,7" */
export function listOf(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const from = i;
    while (numbers[i + 1] === numbers[i] + 1) i++;
    parts.push(from === i ? String(numbers[i]) : `${numbers[from]}-${numbers[i]}`);
  }
  return parts.join(",");
}
