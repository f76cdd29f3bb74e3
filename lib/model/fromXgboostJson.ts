import type {Result} from "../result.js";
import {emptyTrees, joinTrees} from "../learn/trees/builder.js";
import type {TreeModel, Trees} from "../learn/trees/ensemble.js";
import type {EarlyStop} from "./earlyStop.js";
import {earlyStop} from "./earlyStop.js";
import {parsed} from "./parsed.js";
import type {Fields} from "./reader.js";
import {
  featuresOf,
  fieldsOf,
  flagsOf,
  floatsOf,
  listOf,
  malformed,
  numberOf,
  requireColumns,
  shown,
  textsOf,
  wholeOf,
  wholesOf
} from "./reader.js";
import {xgboostLogOdds} from "./toXgboostJson.js";

const links: Record<string, TreeModel["link"]> = {
  "binary:logistic": "logit",
  "reg:logistic": "logit",
  "reg:squarederror": "mean",
  "reg:linear": "mean"
};

/** What a file of XGBoost holds. */
export interface XgboostFile {
  model: TreeModel;
  /** Where the file holds rounds beyond its best one, which are left out. */
  earlyStop?: EarlyStop;
}

/**
 * A model of trees from the text of XGBoost's JSON format, as XGBoost (tried: 1.7 to 3.1) or `toXgboostJson` wrote it.
 * Where training stopped early, trees count up to the best round (best_iteration), as in Python's `predict_proba`;
 * else all do, as in `Booster.predict`. `columns` are the names at hand: the model may look at no others,
 * and they name the columns of a file that names none. Fails with a sentence for everything that is no two-class model
 * on numeric columns: other boosters and objectives, several classes, categorical splits, broken trees.
 * @example fromXgboostJson("{}").message => "“learner” must be an object, not nothing."
 */
export const fromXgboostJson = (text: string, columns?: readonly string[]): Result<XgboostFile> =>
  parsed(text, (json) => readXgboost(fieldsOf(json, "file"), columns));

/** Reads parsed JSON; throws `Malformed`. */
export function readXgboost(file: Fields, columns?: readonly string[]): XgboostFile {
  const learner = fieldsOf(file.learner, "learner");
  const booster = fieldsOf(learner.gradient_booster, "gradient_booster");
  if (booster.name !== "gbtree")
    malformed(`The booster ${shown(booster.name)} is not supported: only “gbtree” is.`);
  const objective = fieldsOf(learner.objective, "objective").name;
  if (typeof objective !== "string" || !Object.hasOwn(links, objective))
    malformed(
      `The objective ${shown(objective)} is not supported: only ${Object.keys(links).join(", ")} are.`
    );
  const parameters = fieldsOf(learner.learner_model_param, "learner_model_param");
  if (wholeOf(parameters.num_class ?? 0, "num_class", 0) > 1 || Number(parameters.num_target ?? 1) > 1)
    malformed("The model predicts more than one class; only two-class models are supported.");
  const width = wholeOf(parameters.num_feature, "num_feature", 0);
  const features = namesOf(learner, width, columns);
  const model = fieldsOf(booster.model, "gradient_booster.model");
  const all = listOf(model.trees, "trees");
  const {trees: counted, ...stop} = earlyStop(learner, model, all.length) ?? {trees: all.length};
  const trees = joinTrees(
    all.slice(0, counted).map((tree, index) => treeOf(fieldsOf(tree, `trees[${index}]`), index, width))
  );
  const link = links[objective];
  const score = numberOf(parameters.base_score, "base_score");
  if (link === "logit" && !(score > 0 && score < 1 && Number.isFinite(xgboostLogOdds(score))))
    malformed(`“base_score” must be a probability between 0 and 1, not ${score}.`);
  const base = link === "logit" ? xgboostLogOdds(score) : Math.fround(score);
  if (link === "mean") requireProbabilities(base, trees);
  const read: TreeModel = {kind: "trees", base, link, features, trees};
  return "rounds" in stop && stop.counted < stop.rounds ? {model: read, earlyStop: stop} : {model: read};
}

function namesOf(learner: Fields, width: number, columns?: readonly string[]): string[] {
  const types = textsOf(learner.feature_types ?? [], "feature_types");
  if (types.includes("c")) malformed("The model has categorical columns; only numeric ones are supported.");
  const names = featuresOf(learner.feature_names ?? [], "feature_names");
  if (names.length) {
    if (names.length !== width)
      malformed(`The file names ${names.length} columns, and counts ${width} (num_feature).`);
    requireColumns(names, columns);
    return names;
  }
  if (columns?.length === width) return [...columns];
  return width === 0
    ? []
    : malformed(
        columns
          ? `The file does not name its ${width} columns, and there are ${columns.length} here.`
          : `The file does not name its ${width} columns.`
      );
}

/** The nodes that can be reached, breadth first: XGBoost keeps those that it pruned in its lists. */
function treeOf(tree: Fields, index: number, width: number): Trees {
  const at = (key: string) => `trees[${index}].${key}`;
  const left = wholesOf(tree.left_children, at("left_children"));
  const nodes = left.length;
  if (!nodes) malformed(`Tree ${index} has no node.`);
  const right = wholesOf(tree.right_children, at("right_children"), nodes);
  const columns = listOf(tree.split_indices, at("split_indices"), nodes);
  const conditions = floatsOf(tree.split_conditions, at("split_conditions"), nodes);
  const defaults = flagsOf(tree.default_left, at("default_left"), nodes);
  const gains = floatsOf(tree.loss_changes, at("loss_changes"), nodes);
  const covers = floatsOf(tree.sum_hessian, at("sum_hessian"), nodes);
  for (const key of ["base_weights", "parents"])
    if (tree[key] !== undefined) listOf(tree[key], at(key), nodes);
  const types = tree.split_type === undefined ? [] : listOf(tree.split_type, at("split_type"), nodes);
  if (types.some((type) => type !== 0) || listOf(tree.categories ?? [], at("categories")).length)
    malformed(`Tree ${index} splits by category; only numeric splits are supported.`);
  const order = breadthFirst(left, right, index);
  const result = emptyTrees(order.length, 1);
  result.offsets[1] = order.length;
  let children = 1;
  order.forEach((node, i) => {
    const leaf = left[node] === -1;
    result.feature[i] = leaf ? -1 : wholeOf(columns[node], at(`split_indices[${node}]`), 0, width - 1);
    result.threshold[i] = leaf ? 0 : conditions[node];
    result.defaultLeft[i] = leaf ? 0 : defaults[node];
    result.left[i] = leaf ? -1 : children++;
    result.right[i] = leaf ? -1 : children++;
    result.value[i] = leaf ? conditions[node] : 0;
    result.gain[i] = leaf ? 0 : gains[node];
    result.cover[i] = covers[node];
  });
  return result;
}

function breadthFirst(left: Int32Array, right: Int32Array, tree: number): number[] {
  const order = [0];
  const seen = new Uint8Array(left.length);
  for (let next = 0; next < order.length; next++) {
    const node = order[next];
    if (left[node] === -1 && right[node] === -1) continue;
    for (const child of [left[node], right[node]]) {
      if (child < 1 || child >= left.length)
        malformed(`Node ${node} of tree ${tree} has a child out of range: ${child}.`);
      if (seen[child]++) malformed(`Node ${child} of tree ${tree} is reached twice.`);
      order.push(child);
    }
  }
  return order;
}

/** A regression is a model of probabilities only if its sums can leave 0 to 1 by no more than rounding. */
function requireProbabilities(base: number, {offsets, feature, value}: Trees): void {
  let [low, high] = [base, base];
  for (let tree = 0; tree + 1 < offsets.length; tree++) {
    const leaves = value
      .subarray(offsets[tree], offsets[tree + 1])
      .filter((_, node) => feature[offsets[tree] + node] < 0);
    low += leaves.reduce((a, b) => Math.min(a, b), Infinity);
    high += leaves.reduce((a, b) => Math.max(a, b), -Infinity);
  }
  if (low < -1e-5 || high > 1 + 1e-5)
    malformed(
      `The model is a regression whose scores may run from ${low.toPrecision(3)} to ${high.toPrecision(3)}: no probabilities.`
    );
}
