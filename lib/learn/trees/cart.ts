import {fail, ok} from "../../result.js";
import type {Result} from "../../result.js";
import {specBounds} from "../specBounds.js";
import {treesBuilder} from "./builder.js";
import type {TreeModel, Trees} from "./ensemble.js";
import type {TreeFit} from "./fit.js";
import {checkFit, load, noteOf, weighingRows} from "./fit.js";
import {growGini} from "./gini.js";
import type {GrownTree} from "./grower.js";
import {halfway} from "./halfway.js";
import {gainShares} from "./importance.js";

/** A node of a classification tree. Nodes stand in depth-first order, the left child first. */
export interface CartNode {
  /** Column of the split, left where value < threshold; -1 in a leaf. */
  feature: number;
  threshold: number;
  defaultLeft: boolean;
  /** Indices of the children; -1 in a leaf. */
  left: number;
  right: number;
  depth: number;
  /** Training rows that reached the node. */
  rows: number;
  /** Their weight by label: [label 0, label 1]. */
  value: [number, number];
  /** Gini impurity 2 p (1 - p) by weight. */
  impurity: number;
}

/** One tree that can be read whole. */
export interface Cart {
  nodes: CartNode[];
  /** The same tree as a model of probabilities. */
  model: TreeModel;
  /** Each column's share of the impurity's decrease. */
  importances: Float64Array;
  note?: string;
}

/**
 * A single classification tree as scikit-learn's DecisionTreeClassifier(criterion="gini") (Breiman and others 1984),
 * with a learned direction for missing values. Given the matrix's `columns`, thresholds lie halfway between the values
 * that they part; else they are the bins' cuts. Where columns part a node equally well the first wins, there any.
 * Fails with a sentence on parameters out of bounds and on rows with nothing to learn from.
 * @example cart(fit, {maxDepth: 4, minLeafRows: 50}, columns).value.nodes[0].feature => 20
 */
export function cart(
  fit: TreeFit,
  spec: {maxDepth: number; minLeafRows: number},
  columns?: readonly Float32Array[]
): Result<Cart> {
  for (const name of ["maxDepth", "minLeafRows"] as const) {
    const {low, high} = specBounds.forest[name];
    if (!(Number.isInteger(spec[name]) && spec[name] >= low && spec[name] <= high))
      return fail(
        "parameter",
        `${name} must be a whole number between ${low} and ${high}, not ${spec[name]}`
      );
  }
  const sound = checkFit(fit);
  if (!sound.ok) return sound;
  load(fit);
  const rows = weighingRows(fit);
  const {grown, shares, gainScale} = growGini(fit.grower, spec, rows);
  const builder = treesBuilder();
  builder.add(grown, shares, gainScale);
  const cuts = builder.build();
  const trees = columns ? halfway(cuts, columns, rows) : cuts;
  const model: TreeModel = {kind: "trees", base: 0, link: "mean", features: fit.features, trees};
  const nodes = depthFirst(trees, grown, weightsByLabel(grown, fit, rows));
  return ok({nodes, model, importances: gainShares(model), note: noteOf(model)});
}

/** Weight of label 0 and label 1 in each node, in turn. */
function weightsByLabel({nodes, left, right}: GrownTree, {grower}: TreeFit, rows?: Uint32Array) {
  const {nodeOf, labels, weights} = grower;
  const sums = new Float64Array(2 * nodes);
  for (let i = 0; i < (rows ? rows.length : grower.rows); i++) {
    const row = rows ? rows[i] : i;
    sums[2 * nodeOf[row] + labels[row]] += weights[row];
  }
  for (let node = nodes - 1; node >= 0; node--)
    for (const child of [left[node], right[node]])
      if (child >= 0) for (const label of [0, 1]) sums[2 * node + label] += sums[2 * child + label];
  return sums;
}

function depthFirst(trees: Trees, {count}: GrownTree, sums: Float64Array): CartNode[] {
  const nodes: CartNode[] = [];
  const visit = (node: number, depth: number): number => {
    const at = nodes.length;
    const [zeros, ones] = sums.subarray(2 * node, 2 * node + 2);
    const entry: CartNode = {
      feature: trees.feature[node],
      threshold: trees.threshold[node],
      defaultLeft: trees.defaultLeft[node] === 1,
      left: -1,
      right: -1,
      depth,
      rows: count[node],
      value: [zeros, ones],
      impurity: (2 * zeros * ones) / (zeros + ones) ** 2
    };
    nodes.push(entry);
    if (entry.feature >= 0) {
      entry.left = visit(trees.left[node], depth + 1);
      entry.right = visit(trees.right[node], depth + 1);
    }
    return at;
  };
  visit(0, 0);
  return nodes;
}
