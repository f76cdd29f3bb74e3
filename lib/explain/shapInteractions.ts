import type {TreeModel, Trees} from "../learn/trees/ensemble.js";
import {goesLeft} from "./descent.js";
import type {LeafGame} from "./leafGame.js";
import {leafGames} from "./leafGame.js";
import {gaussLegendre} from "../stats/gaussLegendre.js";
import {treeShapQuick} from "./treeShapQuick.js";

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
      const halves = pairHalves(game, passes(trees, game, valueOf));
      game.features.forEach((first, i) => {
        for (let j = 0; j < i; j++) {
          const half = halves[i * game.features.length + j];
          const second = game.features[j];
          matrix[first * width + second] += half;
          matrix[second * width + first] += half;
        }
      });
    }
  treeShapQuick(model, row).forEach((total, j) => {
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
      const halfOf = pairGame(trees, game, i, j);
      for (let row = 0; row < sums.length; row++) sums[row] += halfOf((feature) => columns[feature][row]);
    }
    yield {share: (tree + 1) / count};
  }
  return sums;
}

type ValueOf = (feature: number) => number;

/** Most features that have a bit each in a whole number. */
const mostBits = 31;

/** Half the interaction of features i and j of a leaf for any row, remembered by what the row passes. */
function pairGame(trees: Trees, game: LeafGame, i: number, j: number): (valueOf: ValueOf) => number {
  if (game.features.length > mostBits) return (valueOf) => pairOf(game, passes(trees, game, valueOf), i, j);
  const known = new Map<number, number>();
  return (valueOf) => {
    const bits = satisfied(trees, game, valueOf);
    let half = known.get(bits);
    if (half === undefined)
      known.set(
        bits,
        (half = pairOf(
          game,
          Uint8Array.from(game.features, (_, k) => (bits >> k) & 1),
          i,
          j
        ))
      );
    return half;
  };
}

/** A bit for each feature of the game, set where the row passes all of its splits. */
function satisfied(trees: Trees, {features, path}: LeafGame, valueOf: ValueOf): number {
  let ones = 2 ** features.length - 1;
  for (const {node, left, slot} of path)
    if (goesLeft(trees, node, valueOf(features[slot])) !== left) ones &= ~(1 << slot);
  return ones;
}

/** The same as a list of 0 and 1, for any number of features. */
function passes(trees: Trees, {features, path}: LeafGame, valueOf: ValueOf): Uint8Array {
  const ones = new Uint8Array(features.length).fill(1);
  for (const {node, left, slot} of path)
    if (goesLeft(trees, node, valueOf(features[slot])) !== left) ones[slot] = 0;
  return ones;
}

/** Half the interaction of features i and j of a leaf; value (o_i - z_i) (o_j - z_j) / 2 times the integral. */
function pairOf({value, shares}: LeafGame, ones: Uint8Array, i: number, j: number): number {
  const {points, weights} = gaussLegendre(Math.max(1, shares.length >> 1));
  let integral = 0;
  for (let p = 0; p < points.length; p++) {
    let product = weights[p];
    for (let k = 0; k < shares.length; k++)
      if (k !== i && k !== j) product *= ones[k] * points[p] + shares[k] * (1 - points[p]);
    integral += product;
  }
  return (value * (ones[i] - shares[i]) * (ones[j] - shares[j]) * integral) / 2;
}

/** Those of all pairs of a leaf, i after j at [i * features + j]: `pairOf` with the products that pairs share made once. */
function pairHalves({value, shares}: LeafGame, ones: Uint8Array): Float64Array {
  const size = shares.length;
  const {points, weights} = gaussLegendre(Math.max(1, size >> 1));
  const halves = new Float64Array(size * size);
  const factors = new Float64Array(size);
  const before = new Float64Array(size + 1);
  for (let p = 0; p < points.length; p++) {
    before[0] = weights[p];
    for (let k = 0; k < size; k++) {
      factors[k] = ones[k] * points[p] + shares[k] * (1 - points[p]);
      before[k + 1] = before[k] * factors[k];
    }
    for (let i = size - 1, after = 1; i >= 0; after *= factors[i--])
      for (let j = i - 1, between = after; j >= 0; between *= factors[j--])
        halves[i * size + j] += before[j] * between;
  }
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++)
      halves[i * size + j] *= (value * (ones[i] - shares[i]) * (ones[j] - shares[j])) / 2;
  return halves;
}
