import {emptyTrees, joinTrees} from "../../../lib/learn/trees/builder.js";
import type {TreeModel, Trees} from "../../../lib/learn/trees/ensemble.js";
import type {ScaledLinearModel} from "../../../lib/model/model.js";
import {randomSource} from "../../../lib/random/source.js";

/** Round thresholds in [-2, 2], so that values of `madeUpColumns` fall on them. */
const grid = (random: () => number) => Math.fround(Math.round(40 * (random() - 0.5)) / 10);

function madeUpTree(random: () => number, features: number, depth: number, leaf: () => number): Trees {
  const nodes = [{depth: 0, split: depth > 0}];
  const left = [-1];
  for (let node = 0; node < nodes.length; node++) {
    if (!nodes[node].split) continue;
    left[node] = nodes.length;
    for (let side = 0; side < 2; side++) {
      nodes.push({depth: nodes[node].depth + 1, split: nodes[node].depth + 1 < depth && random() < 0.8});
      left.push(-1);
    }
  }
  const tree = emptyTrees(nodes.length, 1);
  tree.offsets[1] = nodes.length;
  nodes.forEach(({split}, node) => {
    tree.feature[node] = split ? Math.floor(features * random()) : -1;
    tree.threshold[node] = split ? grid(random) : 0;
    tree.defaultLeft[node] = split && random() < 0.5 ? 1 : 0;
    tree.left[node] = left[node];
    tree.right[node] = split ? left[node] + 1 : -1;
    tree.value[node] = split ? 0 : leaf();
    tree.gain[node] = split ? random() : 0;
    tree.cover[node] = 1 + random();
  });
  return tree;
}

export interface MadeUp {
  seed: number;
  trees: number;
  depth: number;
  features: number;
  link?: "logit" | "mean";
  base?: number;
}

/** Trees without a meaning; those with link "mean" put out probabilities. */
export function madeUpTrees({seed, trees, depth, features, link = "logit", base = 0}: MadeUp): TreeModel {
  const random = randomSource(seed);
  const leaf = link === "mean" ? () => random() / trees : () => 0.2 * (random() - 0.5);
  const list = Array.from({length: trees}, () => madeUpTree(random, features, depth, leaf));
  const names = Array.from({length: features}, (_, index) => `x${index}`);
  return {kind: "trees", base, link, features: names, trees: joinTrees(list)};
}

/** A logistic regression without a meaning, some of its coefficients 0. */
export function madeUpLinear(seed: number, features: number): ScaledLinearModel {
  const random = randomSource(seed);
  const draws = (draw: () => number) => Float64Array.from({length: features}, draw);
  return {
    kind: "linear",
    features: Array.from({length: features}, (_, index) => `x${index}`),
    intercept: random() - 0.5,
    coefficients: draws(() => (random() < 0.3 ? 0 : random() - 0.5)),
    mean: draws(() => random() - 0.5),
    deviation: draws(() => 0.5 + random()),
    median: draws(() => random() - 0.5)
  };
}

/** Columns in [-2, 2], a quarter of the values on the grid of thresholds, a fifth missing. */
export function madeUpColumns(seed: number, rows: number, features: number): Float32Array[] {
  const random = randomSource(seed, 1);
  const value = () => (random() < 0.2 ? NaN : random() < 0.25 ? grid(random) : 4 * random() - 2);
  return Array.from({length: features}, () => Float32Array.from({length: rows}, value));
}
