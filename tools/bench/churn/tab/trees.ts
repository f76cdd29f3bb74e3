import type {XgboostSpec} from "../../../../lib/learn/families.js";
import {gather} from "../../../../lib/learn/examples.js";
import {finish} from "../../../../lib/learn/finish.js";
import {binColumns} from "../../../../lib/learn/trees/bins.js";
import type {TreeModel} from "../../../../lib/learn/trees/ensemble.js";
import type {Grower} from "../../../../lib/learn/trees/grower.js";
import {growerOn} from "../../../../lib/learn/trees/growerOn.js";
import {scorer} from "../../../../lib/learn/trees/scorer.js";
import {trainFit} from "../../../../lib/learn/trees/train.js";
import {logLoss} from "../../../../lib/metrics/logLoss.js";
import {rocAuc} from "../../../../lib/metrics/rocAuc.js";
import type {ModelName} from "../specs.js";
import {models} from "../specs.js";
import {data, timed} from "./data.js";

let grower: Grower | undefined;
const trained = new Map<ModelName, TreeModel>();

/** Sorts the columns into bins and lays them out for growing trees. */
export function bin(): {ms: number} {
  const {columns, module} = data();
  const {ms, value} = timed(() => growerOn(module, binColumns(columns, {maxBins: 256})));
  grower = value;
  trained.clear();
  return {ms};
}

function fitted(spec: XgboostSpec, rows?: Uint32Array): TreeModel {
  if (!grower) bin();
  const {features, labels} = data();
  if (!grower) throw new Error("no bins");
  const result = finish(trainFit({grower, features, labels, rows, seed: 1}, spec));
  if (!result.ok) throw new Error(result.message);
  return result.value.model;
}

/** The model of a name, trained if it is not at hand. */
export function modelOf(name: ModelName): TreeModel {
  const model = trained.get(name) ?? fitted(models[name]);
  trained.set(name, model);
  return model;
}

/** Trains on all rows; how good the model is on them shows that the work was done. */
export function train(name: ModelName): {ms: number; auc: number; loss: number} {
  const {columns, labels, module} = data();
  if (!grower) bin();
  const {ms, value} = timed(() => fitted(models[name]));
  trained.set(name, value);
  const probabilities = scorer(value, module).probabilities(columns);
  return {ms, auc: rocAuc(labels, probabilities) ?? NaN, loss: logLoss(labels, probabilities) ?? NaN};
}

/** Trains on the rows outside a fold and gives the ROC-AUC of those inside. */
export function foldAuc(spec: XgboostSpec, folds: Uint8Array, fold: number): number {
  const {columns, labels, module} = data();
  const rows = Uint32Array.from(labels.keys());
  const inside = rows.filter((row) => folds[row] === fold);
  const model = fitted(
    spec,
    rows.filter((row) => folds[row] !== fold)
  );
  const scores = scorer(model, module).margins(columns.map((column) => gather(column, inside)));
  const judged = Uint8Array.from(inside, (row) => labels[row]);
  return rocAuc(judged, scores) ?? NaN;
}
