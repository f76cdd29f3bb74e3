import {descending} from "./descending.js";
import {rankedAuc} from "./rankedAuc.js";

/**
 * Area under the ROC curve: how likely a positive row scores above a negative one, ties counting a half
 * (Mann and Whitney 1947). Labels are 0 or 1. `null` where one of the two classes is missing: there is nothing to
 * compare then, and .5 would be a claim.
 * @example rocAuc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) => 0.75
 */
export function rocAuc(labels: ArrayLike<number>, scores: ArrayLike<number>): number | null {
  const ranked = descending(labels, scores);
  return rankedAuc(ranked.labels, ranked.scores);
}
