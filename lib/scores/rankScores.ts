import {holm} from "../metrics/holm.js";
import {scoreDifference} from "./scoreDifference.js";
import type {ScoreMean} from "./scoreMean.js";
import {scoreMean, stars} from "./scoreMean.js";
import {totalTally} from "./scoreTallies.js";
import {shrunkenMeans} from "./shrunkenMeans.js";

/** A group's scores beside those of all others. */
export interface RankedScore extends ScoreMean {
  name: string;
  /** The mean drawn towards that of all groups, the more so the fewer reviews there are. */
  shrunken: number;
  /** The p-value of its difference from all other groups, adjusted for testing every group (Holm). */
  p: number | null;
}

/** Groups in the order of their mean scores, lowest first. */
export interface RankedScores {
  groups: readonly RankedScore[];
  /** All groups' reviews together, those of groups that are too small as well. */
  all: ScoreMean | null;
  /** Groups with fewer reviews than asked for, and how many reviews those have. */
  small: number;
  smallReviews: number;
}

/**
 * Ranks groups by their mean score; those with fewer reviews than `least` are counted and left out. Each is tested
 * against the rest of all reviews by Welch's test.
 * @param tallies by group, how many reviews have 1 to 5 stars
 * @example rankScores(["a", "b"], [[9, 0, 0, 0, 1], [1, 0, 0, 0, 9]], 5).groups[0].name => "a"
 */
export function rankScores(
  names: readonly string[],
  tallies: readonly ArrayLike<number>[],
  least: number
): RankedScores {
  const total = totalTally(tallies);
  const means = tallies.map(scoreMean);
  const kept = names.flatMap((name, i) => {
    const mean = means[i];
    return mean && mean.reviews >= least ? [{name, mean, tally: tallies[i]}] : [];
  });
  const [within, freedom] = kept.reduce(
    ([squares, rows], {mean}) =>
      mean.reviews > 1
        ? [squares + mean.variance * (mean.reviews - 1), rows + mean.reviews - 1]
        : [squares, rows],
    [0, 0]
  );
  const shrunken = shrunkenMeans(
    kept.map(({mean}) => ({mean: mean.mean, rows: mean.reviews})),
    freedom > 0 ? within / freedom : 0
  );
  const p = holm(
    kept.map(({mean, tally}) => {
      const rest = Array.from({length: stars}, (_, i) => total[i] - tally[i]);
      return scoreDifference(mean, scoreMean(rest))?.p ?? null;
    })
  );
  const left = means.filter((mean) => mean !== null && mean.reviews < least);
  return {
    groups: kept
      .map(({name, mean}, i) => ({name, ...mean, shrunken: shrunken[i], p: p[i]}))
      .sort((a, b) => a.mean - b.mean || a.name.localeCompare(b.name)),
    all: scoreMean(total),
    small: left.length,
    smallReviews: left.reduce((sum, mean) => sum + (mean?.reviews ?? 0), 0)
  };
}
