import {sigmoid} from "../stats/sigmoid.js";
import type {TreeModel, Trees} from "../learn/trees/ensemble.js";
import {float32Text} from "./float32.js";

/** XGBoost's mark of a node without a parent. */
const noParent = 2147483647;

/**
 * The log-odds that XGBoost starts from when a file says this base score: it reckons in float32.
 * @example xgboostLogOdds(0.5) => 0
 */
export function xgboostLogOdds(baseScore: number): number {
  const odds = Math.fround(Math.fround(1 / Math.fround(baseScore)) - 1);
  return 0 - Math.fround(Math.log(odds));
}

/**
 * A model as text in XGBoost's own JSON format, which XGBoost 1.7 and newer load and score as this model does, to
 * float32: thresholds are float32 here and there, leaves are rounded to it. Calibration is not part of the format.
 *
 * A model in log-odds is written as "binary:logistic". One whose score is the probability is written as
 * "reg:squarederror", the objective under which XGBoost puts out the sum of the leaves unchanged; its trees already
 * carry value / trees, and stand side by side (num_parallel_tree) as those of XGBoost's forests do.
 *
 * XGBoost keeps the base score as a probability in float32, which is too coarse for log-odds far from 0: where more
 * than 1e-7 would be lost, the base score is 0.5 and the log-odds stand in a first tree of one leaf.
 * Names are written as they are; Python's own DMatrix refuses those with "[", "]" or "<".
 * @example JSON.parse(toXgboostJson(model)).learner.objective.name => "binary:logistic"
 */
export function toXgboostJson(model: TreeModel): string {
  const {base, link, features, trees} = model;
  const probability = Math.fround(sigmoid(base));
  const exact = Math.abs(xgboostLogOdds(probability) - base) <= 1e-7 * Math.max(1, Math.abs(base));
  const texts = link === "logit" && !exact ? [oneLeaf(base, features.length)] : [];
  for (let tree = 0; tree + 1 < trees.offsets.length; tree++)
    texts.push(treeText(trees, tree, texts.length, features.length));
  const baseScore = link === "mean" ? Math.fround(base) : exact ? probability : 0.5;
  const objective = link === "mean" ? "reg:squarederror" : "binary:logistic";
  const parallel = link === "mean" ? Math.max(1, texts.length) : 1;
  return `{"learner":{"attributes":{},"feature_names":[${features.map(nameText).join(",")}],"feature_types":[],"gradient_booster":{"model":{"gbtree_model_param":{"num_parallel_tree":"${parallel}","num_trees":"${texts.length}","size_leaf_vector":"0"},"tree_info":[${texts.map(() => 0).join(",")}],"trees":[${texts.join(",")}]},"name":"gbtree"},"learner_model_param":{"base_score":"${float32Text(baseScore)}","boost_from_average":"1","num_class":"0","num_feature":"${features.length}","num_target":"1"},"objective":{"name":"${objective}","reg_loss_param":{"scale_pos_weight":"1"}}},"version":[1,7,4]}`;
}

/** XGBoost knows no short escapes for backspace and form feed. */
const nameText = (name: string): string =>
  JSON.stringify(name).replace(/\\(.)/g, (pair, letter) =>
    letter === "b" ? "\\u0008" : letter === "f" ? "\\u000c" : pair
  );

function treeText(trees: Trees, tree: number, id: number, features: number): string {
  const start = trees.offsets[tree];
  const end = trees.offsets[tree + 1];
  const nodes = end - start;
  const of = (column: ArrayLike<number>) => Array.from({length: nodes}, (_, node) => column[start + node]);
  const leaf = of(trees.feature).map((feature) => feature < 0);
  const child = (index: number) => (index < 0 ? -1 : index - start);
  const left = of(trees.left).map(child);
  const right = of(trees.right).map(child);
  const cover = of(trees.cover);
  const values = of(trees.value);
  const parents = new Array<number>(nodes).fill(noParent);
  for (let node = nodes - 1; node >= 0; node--) {
    if (leaf[node]) continue;
    const [a, b] = [left[node], right[node]];
    parents[a] = parents[b] = node;
    const weight = cover[a] + cover[b];
    values[node] = weight > 0 ? (values[a] * cover[a] + values[b] * cover[b]) / weight : 0;
  }
  const thresholds = of(trees.threshold);
  return text({
    id,
    features,
    floats: {
      base_weights: values,
      loss_changes: of(trees.gain),
      split_conditions: thresholds.map((threshold, node) => (leaf[node] ? values[node] : threshold)),
      sum_hessian: cover
    },
    wholes: {
      default_left: of(trees.defaultLeft),
      left_children: left,
      parents,
      right_children: right,
      split_indices: of(trees.feature).map((feature) => Math.max(feature, 0)),
      split_type: new Array<number>(nodes).fill(0)
    }
  });
}

const oneLeaf = (value: number, features: number): string =>
  text({
    id: 0,
    features,
    floats: {base_weights: [value], loss_changes: [0], split_conditions: [value], sum_hessian: [0]},
    wholes: {
      default_left: [0],
      left_children: [-1],
      parents: [noParent],
      right_children: [-1],
      split_indices: [0],
      split_type: [0]
    }
  });

interface TreeParts {
  id: number;
  features: number;
  floats: {split_conditions: number[]; [key: string]: number[]};
  wholes: Record<string, number[]>;
}

function text({id, features, floats, wholes}: TreeParts): string {
  const lists = [
    ...Object.entries(floats).map(([key, list]) => `"${key}":[${list.map(floatText).join(",")}]`),
    ...Object.entries(wholes).map(([key, list]) => `"${key}":[${list.join(",")}]`)
  ];
  const nodes = floats.split_conditions.length;
  return `{"categories":[],"categories_nodes":[],"categories_segments":[],"categories_sizes":[],"id":${id},${lists.join(",")},"tree_param":{"num_deleted":"0","num_feature":"${features}","num_nodes":"${nodes}","size_leaf_vector":"0"}}`;
}

const floatText = (value: number): string => float32Text(Math.fround(value));
