import type {TreeModel} from "./ensemble.js";

/**
 * "weight": how many splits a column made; "totalGain" and "totalCover": sums over those splits; "gain" and "cover":
 * the same per split. The names are XGBoost's.
 */
export type ImportanceKind = "weight" | "gain" | "cover" | "totalGain" | "totalCover";

/** How much each column did in a model, in the order of its columns; 0 for one that made no split. */
export function importances({features, trees}: TreeModel, kind: ImportanceKind): Float64Array {
  const sums = new Float64Array(features.length);
  const splits = new Float64Array(features.length);
  for (let node = 0; node < trees.feature.length; node++) {
    const column = trees.feature[node];
    if (column < 0) continue;
    splits[column]++;
    sums[column] += kind === "cover" || kind === "totalCover" ? trees.cover[node] : trees.gain[node];
  }
  if (kind === "weight") return splits;
  if (kind === "totalGain" || kind === "totalCover") return sums;
  return sums.map((sum, column) => (splits[column] ? sum / splits[column] : 0));
}

/**
 * Each column's share of the gain, summing to 1 (all 0 where no tree has a split), as scikit-learn's
 * `feature_importances_`: a forest weighs its trees alike, boosting weighs them by their gain.
 */
export function gainShares({link, features, trees}: TreeModel): Float64Array {
  const shares = new Float64Array(features.length);
  for (let tree = 0; tree < trees.offsets.length - 1; tree++) {
    const [from, to] = [trees.offsets[tree], trees.offsets[tree + 1]];
    const total = trees.gain.subarray(from, to).reduce((sum, gain) => sum + gain, 0);
    if (!(total > 0)) continue;
    const scale = link === "mean" ? 1 / total : 1;
    for (let node = from; node < to; node++)
      if (trees.feature[node] >= 0) shares[trees.feature[node]] += scale * trees.gain[node];
  }
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return whole > 0 ? shares.map((share) => share / whole) : shares;
}
