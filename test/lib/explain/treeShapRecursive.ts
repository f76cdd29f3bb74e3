import type {TreeModel, Trees} from "../../../lib/learn/trees/ensemble.js";
import {goesLeft, leftShare} from "../../../lib/explain/descent.js";

/** Features met so far on a path, with the shares and weights of Lundberg's algorithm; the first stands for none. */
interface Path {
  features: number[];
  zeros: number[];
  ones: number[];
  weights: number[];
}

/**
 * What each column contributes to one row's score, against the score's mean over the training weight: Shapley values
 * with path-dependent expectations, in the score's unit (log-odds, or a probability for the link "mean"). Unwinding
 * loses digits on long paths: all of them at some ninety columns.
 *
 * Method: algorithm 2 of Lundberg, Erion and Lee, "Consistent individualized feature attribution for tree ensembles"
 * (2018).
 *
 * @param row a value per column of the model, NaN where it is missing
 * @example [...treeShapRecursive(feverAndCough, [1, 1])] => [30, 30]
 */
export function treeShapRecursive({features, trees}: TreeModel, row: ArrayLike<number>): Float64Array {
  const contributions = new Float64Array(features.length);
  for (let tree = 0; tree + 1 < trees.offsets.length; tree++)
    addTree(trees, trees.offsets[tree], row, contributions);
  return contributions;
}

/** Adds what one tree, given by its root, contributes. */
function addTree(trees: Trees, root: number, row: ArrayLike<number>, contributions: Float64Array): void {
  const visit = (node: number, path: Path, zero: number, one: number, feature: number): void => {
    if (zero === 0 && one === 0) return;
    let here = extended(path, zero, one, feature);
    const split = trees.feature[node];
    if (split < 0) {
      for (let i = 1; i < here.features.length; i++) {
        const weight = unwoundSum(here, i);
        contributions[here.features[i]] += weight * (here.ones[i] - here.zeros[i]) * trees.value[node];
      }
      return;
    }
    let zeroSoFar = 1;
    let oneSoFar = 1;
    const known = here.features.indexOf(split, 1);
    if (known > 0) {
      zeroSoFar = here.zeros[known];
      oneSoFar = here.ones[known];
      here = unwound(here, known);
    }
    const left = goesLeft(trees, node, row[split]);
    const share = leftShare(trees, node);
    visit(trees.left[node], here, zeroSoFar * share, left ? oneSoFar : 0, split);
    visit(trees.right[node], here, zeroSoFar * (1 - share), left ? 0 : oneSoFar, split);
  };
  visit(root, {features: [], zeros: [], ones: [], weights: []}, 1, 1, -1);
}

function extended(path: Path, zero: number, one: number, feature: number): Path {
  const length = path.features.length;
  const weights = [...path.weights, length === 0 ? 1 : 0];
  for (let i = length - 1; i >= 0; i--) {
    weights[i + 1] += (one * weights[i] * (i + 1)) / (length + 1);
    weights[i] = (zero * weights[i] * (length - i)) / (length + 1);
  }
  return {
    features: [...path.features, feature],
    zeros: [...path.zeros, zero],
    ones: [...path.ones, one],
    weights
  };
}

function unwound({features, zeros, ones, weights}: Path, index: number): Path {
  const last = features.length - 1;
  const zero = zeros[index];
  const one = ones[index];
  const rest = weights.slice(0, last);
  let next = weights[last];
  for (let i = last - 1; i >= 0; i--) {
    if (one !== 0) {
      rest[i] = (next * (last + 1)) / ((i + 1) * one);
      next = weights[i] - (rest[i] * zero * (last - i)) / (last + 1);
    } else {
      rest[i] = (weights[i] * (last + 1)) / (zero * (last - i));
    }
  }
  const without = (numbers: number[]) => numbers.filter((_, i) => i !== index);
  return {features: without(features), zeros: without(zeros), ones: without(ones), weights: rest};
}

const unwoundSum = (path: Path, index: number): number =>
  unwound(path, index).weights.reduce((sum, weight) => sum + weight, 0);
