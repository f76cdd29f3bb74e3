import {descending} from "./descending.js";

/**
 * Average precision: precision at every gain in recall, weighted by that gain (the step sum, not the trapezoid).
 * Tied scores enter together. A useless score gets the share of positives; `null` without positives.
 * @example averagePrecision([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) => 0.8333333333333333
 */
export function averagePrecision(labels: ArrayLike<number>, scores: ArrayLike<number>): number | null {
  const ranked = descending(labels, scores);
  let sum = 0;
  let caught = 0;
  let counted = 0;
  for (let rank = 0; rank < ranked.labels.length; rank++) {
    caught += ranked.labels[rank];
    if (rank + 1 < ranked.labels.length && ranked.scores[rank + 1] === ranked.scores[rank]) continue;
    sum += ((caught - counted) * caught) / (rank + 1);
    counted = caught;
  }
  return caught ? sum / caught : null;
}
