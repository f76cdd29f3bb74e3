import {descending} from "./descending.js";

/** A point of the ROC curve: the shares of negatives and positives that score at or above the threshold. */
export interface RocPoint {
  falsePositiveRate: number;
  truePositiveRate: number;
  /** Infinity at the origin, where nothing is called positive. */
  threshold: number;
}

/**
 * The ROC curve, one point per distinct score, from (0, 0) to (1, 1). Empty where a class is missing.
 * @example rocCurve([0, 1], [0.2, 0.7]).map((d) => d.truePositiveRate) => [0, 1, 1]
 */
export function rocCurve(labels: ArrayLike<number>, scores: ArrayLike<number>): RocPoint[] {
  const ranked = descending(labels, scores);
  const rows = ranked.labels.length;
  const positives = ranked.labels.reduce((sum, label) => sum + label, 0);
  const negatives = rows - positives;
  if (!positives || !negatives) return [];
  const points: RocPoint[] = [{falsePositiveRate: 0, truePositiveRate: 0, threshold: Infinity}];
  let caught = 0;
  for (let rank = 0; rank < rows; rank++) {
    caught += ranked.labels[rank];
    if (rank + 1 < rows && ranked.scores[rank + 1] === ranked.scores[rank]) continue;
    points.push({
      falsePositiveRate: (rank + 1 - caught) / negatives,
      truePositiveRate: caught / positives,
      threshold: ranked.scores[rank]
    });
  }
  return points;
}
