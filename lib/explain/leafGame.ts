import type {Trees} from "../learn/trees/ensemble.js";
import {leftShare} from "./descent.js";
import {gaussLegendre} from "../stats/gaussLegendre.js";

/**
 * A leaf as a game of the features on its path. A coalition's worth is the leaf's value times, for each feature in
 * it, 1 if the row satisfies all of that feature's splits on the path, else 0, and for each feature outside it the
 * share of the training weight that passes those splits.
 */
export interface LeafGame {
  value: number;
  /** The distinct features on the path, in order of first appearance. */
  features: number[];
  /** Share of the training weight that passes, a feature each. */
  shares: number[];
  /** The splits on the path, root first, with the way to the leaf and the place of the split's feature above. */
  path: {node: number; left: boolean; slot: number}[];
}

/** The games of all leaves of a tree; their worth adds up to the tree's. */
export function leafGames(trees: Trees, tree: number): LeafGame[] {
  const games: LeafGame[] = [];
  const visit = (node: number, game: LeafGame): void => {
    const feature = trees.feature[node];
    if (feature < 0) {
      games.push({...game, value: trees.value[node]});
      return;
    }
    const share = leftShare(trees, node);
    visit(trees.left[node], along(game, {node, feature, left: true, share}));
    visit(trees.right[node], along(game, {node, feature, left: false, share: 1 - share}));
  };
  visit(trees.offsets[tree], {value: 0, features: [], shares: [], path: []});
  return games;
}

interface Step {
  node: number;
  feature: number;
  left: boolean;
  share: number;
}

function along(game: LeafGame, {node, feature, left, share}: Step): LeafGame {
  const known = game.features.indexOf(feature);
  const slot = known < 0 ? game.features.length : known;
  const shares = [...game.shares];
  shares[slot] = (shares[slot] ?? 1) * share;
  const features = known < 0 ? [...game.features, feature] : game.features;
  return {value: 0, features, shares, path: [...game.path, {node, left, slot}]};
}

/** What a leaf adds on average over the training weight. */
export const expectedValue = ({value, shares}: LeafGame): number =>
  shares.reduce((product, share) => product * share, value);

/**
 * Contributions of a leaf's features for every set of features that a row may satisfy: contribution of feature i
 * for the set `mask` (bit i = the row satisfies feature i) stands at [mask * features + i]. The Shapley value of this
 * game is value (o_i - z_i) times the integral over t from 0 to 1 of the product over j != i of (o_j t + z_j (1 - t)),
 * where o is satisfied (0 or 1) and z the share: k! (n - 1 - k)! / n! is the integral of t^k (1 - t)^(n - 1 - k).
 * The integrand is a polynomial that quadrature integrates exactly, without the subtractions of unwinding.
 */
export function leafContributions({value, shares}: LeafGame): Float64Array {
  const size = shares.length;
  const table = new Float64Array(size << size);
  const {points, weights} = gaussLegendre((size + 1) >> 1);
  const factors = new Float64Array(size);
  const after = new Float64Array(size + 1);
  for (let mask = 0; mask < 1 << size; mask++) {
    const row = mask * size;
    for (let k = 0; k < points.length; k++) {
      after[size] = weights[k] * value;
      for (let i = size - 1; i >= 0; i--) {
        factors[i] = shares[i] * (1 - points[k]) + ((mask >> i) & 1 ? points[k] : 0);
        after[i] = after[i + 1] * factors[i];
      }
      let before = 1;
      for (let i = 0; i < size; i++) {
        table[row + i] += before * after[i + 1];
        before *= factors[i];
      }
    }
    for (let i = 0; i < size; i++) table[row + i] *= ((mask >> i) & 1) - shares[i];
  }
  return table;
}
