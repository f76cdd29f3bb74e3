import type {TreeModel, Trees} from "../learn/trees/ensemble.js";
import {goesLeft, leftShare} from "./descent.js";
import {gaussLegendre} from "../stats/gaussLegendre.js";

/**
 * What each column contributes to one row's score, against the score's mean over the training weight: Shapley values
 * with path-dependent expectations (Lundberg, Erion and Lee 2018), in the score's unit. Quick, a large model's in about
 * a millisecond, so that it follows a reader's hand; and exact however long a path is.
 *
 * A leaf's Shapley values are integrals over t of products with a factor for each feature on its path (see
 * `leafContributions`). A split's feature needs only the sum of these products over the leaves below, at a few points
 * of t, divided by its own factor (the idea of Yu, Xu, Wei and Chen 2022, "Linear TreeShap").
 *
 * @param row a value per column of the model, NaN where it is missing
 * @example [...treeShapQuick(feverAndCough, [1, 1])] => [30, 30]
 */
export function treeShapQuick({features, trees}: TreeModel, row: ArrayLike<number>): Float64Array {
  const contributions = new Float64Array(features.length);
  const depths = treeDepths(trees);
  const add = treeAdder(trees, depths);
  for (let tree = 0; tree < depths.length; tree++) add(tree, row, contributions);
  return contributions;
}

/** Adds what one tree contributes to a row's score. */
export type TreeAdder = (tree: number, row: ArrayLike<number>, contributions: Float64Array) => void;

/** A function that walks through trees of which the depths are known, each with no more room than its depth wants. */
export function treeAdder(trees: Trees, depths: ArrayLike<number>): TreeAdder {
  const walks = new Map<number, ReturnType<typeof walker>>();
  return (tree, row, contributions) => {
    const depth = depths[tree];
    let walk = walks.get(depth);
    if (!walk) walks.set(depth, (walk = walker(trees, depth)));
    walk(trees.offsets[tree], row, contributions);
  };
}

/** Makes room for walks through trees of a depth; the function adds what one tree, by its root, contributes. */
function walker(trees: Trees, deepest: number) {
  const {feature, left, right, value} = trees;
  const {points, weights} = gaussLegendre((deepest + 1) >> 1);
  const count = points.length;
  // By level: the feature of the edge that leads there, whether the row takes all edges of that feature so far, which
  // share of the weight does, and its factor at each point; the product of all features' factors, and the leaves' sum.
  const taken = new Int32Array(deepest + 1).fill(-1);
  const ones = new Uint8Array(deepest + 1).fill(1);
  const shares = new Float64Array(deepest + 1).fill(1);
  const factors = new Float64Array((deepest + 1) * count).fill(1);
  const products = new Float64Array((deepest + 1) * count);
  const sums = new Float64Array((deepest + 1) * count);
  products.set(weights);

  function visit(node: number, level: number, row: ArrayLike<number>, contributions: Float64Array): void {
    const at = level * count;
    const split = feature[node];
    if (split < 0) {
      for (let k = 0; k < count; k++) sums[at + k] = value[node] * products[at + k];
      return;
    }
    for (let k = 0; k < count; k++) sums[at + k] = 0;
    let above = level;
    while (above > 0 && taken[above] !== split) above--;
    const share = leftShare(trees, node);
    const goes = goesLeft(trees, node, row[split]);
    for (let side = 0; side < 2; side++) {
      const toLeft = side === 0;
      const one = goes === toLeft ? ones[above] : 0;
      const zero = shares[above] * (toLeft ? share : 1 - share);
      if (one === 0 && zero === 0) continue;
      enter(level, above, split, one, zero);
      visit(toLeft ? left[node] : right[node], level + 1, row, contributions);
      contributions[split] += leave(level, above);
    }
  }

  /** Goes down an edge; `above` is the level of the last one with the same feature, 0 where there is none. */
  function enter(level: number, above: number, split: number, one: number, zero: number): void {
    taken[level + 1] = split;
    ones[level + 1] = one;
    shares[level + 1] = zero;
    for (let k = 0; k < count; k++) {
      const to = (level + 1) * count + k;
      factors[to] = zero * (1 - points[k]) + one * points[k];
      products[to] = (products[level * count + k] * factors[to]) / factors[above * count + k];
    }
  }

  /** Comes up again; gives what the edge's feature contributes now, less what the edge above was credited with. */
  function leave(level: number, above: number): number {
    const own = ones[level + 1] - shares[level + 1];
    const before = ones[above] - shares[above];
    let sum = 0;
    for (let k = 0; k < count; k++) {
      const to = (level + 1) * count + k;
      sum += sums[to] * (own / factors[to] - before / factors[above * count + k]);
      sums[level * count + k] += sums[to];
    }
    return sum;
  }

  return (root: number, row: ArrayLike<number>, contributions: Float64Array): void =>
    visit(root, 0, row, contributions);
}

/** Most splits on a path of each tree. */
export function treeDepths({offsets, feature, left, right}: Trees): Uint16Array {
  const levels = new Uint16Array(feature.length);
  const depths = new Uint16Array(offsets.length - 1);
  for (let tree = 0; tree < depths.length; tree++)
    for (let node = offsets[tree]; node < offsets[tree + 1]; node++) {
      if (feature[node] < 0) continue;
      levels[left[node]] = levels[right[node]] = levels[node] + 1;
      depths[tree] = Math.max(depths[tree], levels[node] + 1);
    }
  return depths;
}
