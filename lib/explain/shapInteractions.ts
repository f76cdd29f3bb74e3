import type {TreeModel, Trees} from "../learn/trees/ensemble.js";
import {goesLeft} from "./descent.js";
import type {LeafGame} from "./leafGame.js";
import {leafGames} from "./leafGame.js";
import {quadrature} from "./quadrature.js";
import {treeShapRecursive} from "./treeShapRecursive.js";

/**
 * SHAP interaction values of one row, a matrix by rows with a row and a column for each column of the model. Off the
 * diagonal stands half of what two columns contribute only together, on it what a column contributes by itself; a
 * row sums to the column's SHAP value, the whole matrix to score less base. In the score's unit.
 *
 * Method: Lundberg, Erion and Lee (2018), section 4; the integral of `leafContributions` with both columns left out.
 *
 * @param row a value per column of the model, NaN where it is missing
 * @example [...shapInteractions(feverAndCough, [1, 1])] => [20, 10, 10, 20]
 */
export function shapInteractions(model: TreeModel, row: ArrayLike<number>): Float64Array {
  const {features, trees} = model;
  const width = features.length;
  const matrix = new Float64Array(width * width);
  const valueOf = (feature: number) => row[feature];
  for (let tree = 0; tree + 1 < trees.offsets.length; tree++)
    for (const game of leafGames(trees, tree)) {
      const ones = satisfied(trees, game, valueOf);
      game.features.forEach((first, i) => {
        for (let j = 0; j < i; j++) {
          const half = pairOf(game, ones, i, j);
          const second = game.features[j];
          matrix[first * width + second] += half;
          matrix[second * width + first] += half;
        }
      });
    }
  treeShapRecursive(model, row).forEach((total, j) => {
    let shared = 0;
    for (let k = 0; k < width; k++) shared += matrix[j * width + k];
    matrix[j * width + j] = total - shared;
  });
  return matrix;
}

/** The two columns of an interaction, by their index in the model. */
export type Pair = readonly [first: number, second: number];

/**
 * The interaction of two different columns, a number for each row: half of what they contribute only together, as it
 * stands on either side of `shapInteractions`' diagonal. Gives way after each tree.
 * @example [...finish(pairInteraction(feverAndCough, [Float32Array.of(1), Float32Array.of(1)], [0, 1]))] => [10]
 */
export function* pairInteraction(
  {trees}: TreeModel,
  columns: readonly Float32Array[],
  [first, second]: Pair
): Generator<{share: number}, Float64Array> {
  const sums = new Float64Array(columns[first].length);
  const count = trees.offsets.length - 1;
  for (let tree = 0; tree < count; tree++) {
    for (const game of leafGames(trees, tree)) {
      const i = game.features.indexOf(first);
      const j = game.features.indexOf(second);
      if (i < 0 || j < 0) continue;
      const known = new Map<number, number>();
      for (let row = 0; row < sums.length; row++) {
        const ones = satisfied(trees, game, (feature) => columns[feature][row]);
        let half = known.get(ones);
        if (half === undefined) known.set(ones, (half = pairOf(game, ones, i, j)));
        sums[row] += half;
      }
    }
    yield {share: (tree + 1) / count};
  }
  return sums;
}

/** A bit for each feature of the game, set where the row passes all of its splits. */
function satisfied(trees: Trees, {features, path}: LeafGame, valueOf: (feature: number) => number): number {
  let ones = 2 ** features.length - 1;
  for (const {node, left, slot} of path)
    if (goesLeft(trees, node, valueOf(features[slot])) !== left) ones &= ~(1 << slot);
  return ones;
}

/** Half the interaction of features i and j of a leaf; value (o_i - z_i) (o_j - z_j) / 2 times the integral. */
function pairOf({value, shares}: LeafGame, ones: number, i: number, j: number): number {
  const one = (k: number) => (ones >> k) & 1;
  const {points, weights} = quadrature(Math.max(1, shares.length >> 1));
  let integral = 0;
  for (let p = 0; p < points.length; p++) {
    let product = weights[p];
    for (let k = 0; k < shares.length; k++)
      if (k !== i && k !== j) product *= one(k) * points[p] + shares[k] * (1 - points[p]);
    integral += product;
  }
  return (value * (one(i) - shares[i]) * (one(j) - shares[j]) * integral) / 2;
}
