import type {TreeModel, Trees} from "../learn/trees/ensemble.js";
import type {Result} from "../result.js";
import type {Calibration} from "./calibration.js";
import {checkTrees} from "./checkTrees.js";
import type {EarlyStop} from "./earlyStop.js";
import {readXgboost} from "./fromXgboostJson.js";
import type {ScaledLinearModel, TrainedModel} from "./model.js";
import {parsed} from "./parsed.js";
import type {Fields} from "./reader.js";
import {
  featuresOf,
  fieldsOf,
  flagsOf,
  floatsOf,
  malformed,
  numberOf,
  numbersOf,
  requireColumns,
  shown,
  wholesOf
} from "./reader.js";

const format = "vitrine-model";
const version = 1;

/** What a model file holds. */
export interface ModelFile {
  model: TrainedModel;
  /** Where a file of XGBoost holds rounds beyond its best one, which are left out. */
  earlyStop?: EarlyStop;
}

/**
 * A model as JSON text that holds every bit of it, calibration included. Throws a TypeError for a number that is none.
 * @example fromFile(toFile(model)) => {ok: true, value: {model}}
 */
export const toFile = (model: TrainedModel): string => jsonOf({format, version, model});

/**
 * A model from the text of a file: one of `toFile`'s, or XGBoost's JSON (see `fromXgboostJson`). `columns` are the
 * names at hand; the model may look at no others. Fails with a sentence that names what is wrong.
 * @example fromFile("[]").message => "“file” must be an object, not a list."
 */
export const fromFile = (text: string, columns?: readonly string[]): Result<ModelFile> =>
  parsed(text, (json) => {
    const file = fieldsOf(json, "file");
    if (file.learner !== undefined) return readXgboost(file, columns);
    if (file.format !== format)
      malformed(
        `The file is neither a model of XGBoost (“learner”) nor one of this site (“format”: “${format}”).`
      );
    if (file.version !== version)
      malformed(`The file has version ${shown(file.version)}; this site reads version ${version}.`);
    return {model: readModel(fieldsOf(file.model, "model"), columns)};
  });

function readModel(fields: Fields, columns?: readonly string[]): TrainedModel {
  const features = featuresOf(fields.features, "features");
  requireColumns(features, columns);
  if (fields.kind !== "trees" && fields.kind !== "linear")
    malformed(`“kind” must be “trees” or “linear”, not ${shown(fields.kind)}.`);
  const model = fields.kind === "trees" ? treesOf(fields, features) : linearOf(fields, features);
  return fields.calibration === undefined
    ? model
    : {...model, calibration: calibrationOf(fieldsOf(fields.calibration, "calibration"))};
}

function linearOf(fields: Fields, features: string[]): ScaledLinearModel {
  const list = (key: string) => numbersOf(fields[key], key, features.length);
  const model: ScaledLinearModel = {
    kind: "linear",
    features,
    intercept: numberOf(fields.intercept, "intercept"),
    coefficients: list("coefficients"),
    mean: list("mean"),
    deviation: list("deviation"),
    median: list("median")
  };
  const wrong = model.deviation.findIndex((deviation) => !(deviation > 0));
  if (wrong >= 0) malformed(`“deviation[${wrong}]” must be above 0, not ${model.deviation[wrong]}.`);
  return model;
}

function treesOf(fields: Fields, features: string[]): TreeModel {
  const {link} = fields;
  if (link !== "logit" && link !== "mean") malformed(`“link” must be “logit” or “mean”, not ${shown(link)}.`);
  const lists = fieldsOf(fields.trees, "trees");
  const feature = wholesOf(lists.feature, "trees.feature");
  const at = <T>(read: (value: unknown, key: string, length: number) => T, key: keyof Trees) =>
    read(lists[key], `trees.${key}`, feature.length);
  const trees: Trees = {
    offsets: wholesOf(lists.offsets, "trees.offsets"),
    feature,
    threshold: at(floatsOf, "threshold"),
    defaultLeft: at(flagsOf, "defaultLeft"),
    left: at(wholesOf, "left"),
    right: at(wholesOf, "right"),
    value: at(numbersOf, "value"),
    gain: at(numbersOf, "gain"),
    cover: at(numbersOf, "cover")
  };
  checkTrees(trees, features.length);
  return {kind: "trees", base: numberOf(fields.base, "base"), link, features, trees};
}

function calibrationOf(fields: Fields): Calibration {
  const number = (key: string) => numberOf(fields[key], `calibration.${key}`);
  const share = (key: string) => {
    const value = number(key);
    return value > 0 && value < 1
      ? value
      : malformed(`“calibration.${key}” must be between 0 and 1, not ${value}.`);
  };
  switch (fields.method) {
    case "platt":
      return {method: "platt", slope: number("slope"), intercept: number("intercept")};
    case "prior":
      return {method: "prior", learnt: share("learnt"), actual: share("actual")};
    case "isotonic": {
      const scores = numbersOf(fields.scores, "calibration.scores");
      const probabilities = numbersOf(fields.probabilities, "calibration.probabilities", scores.length);
      if (!scores.length) malformed("“calibration.scores” holds no point.");
      if (scores.some((score, i) => i > 0 && !(score > scores[i - 1])))
        malformed("“calibration.scores” must rise.");
      if (probabilities.some((value, i) => value < (i ? probabilities[i - 1] : 0) || value > 1))
        malformed("“calibration.probabilities” must rise from 0 or more to 1 at most.");
      return {method: "isotonic", scores, probabilities};
    }
    default:
      return malformed(
        `“calibration.method” must be “platt”, “isotonic” or “prior”, not ${shown(fields.method)}.`
      );
  }
}

/** JSON with typed arrays as lists; unlike JSON.stringify's, its numbers keep their sign at 0 and may not be NaN. */
function jsonOf(value: unknown): string {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`a model holds the number ${value}`);
    return Object.is(value, -0) ? "-0" : String(value);
  }
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(",")}]`;
  if (ArrayBuffer.isView(value)) return jsonOf(Array.from(value as unknown as ArrayLike<number>));
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${jsonOf(field)}`).join(",")}}`;
}
