import type {RankedRows} from "./rankRows.js";

/** Every metric of a scorecard, in the order of {@link measure}. */
export const metricNames = [
  "accuracy",
  "balancedAccuracy",
  "precision",
  "recall",
  "f1",
  "rocAuc",
  "averagePrecision",
  "brier",
  "logLoss",
  "lift"
] as const;

export type MetricName = (typeof metricNames)[number];

/** Metrics of which less is better. */
export const lowerIsBetter: ReadonlySet<MetricName> = new Set<MetricName>(["brier", "logLoss"]);

/** The metrics of some rows; what they cannot tell (an AUC of one class) is `null`. */
export type Measures = Record<MetricName, number | null>;

export interface Cuts {
  /** Rows at or above it are called positive. */
  threshold: number;
  /** Share of the rows, from the top, whose lift is told; at least one row. */
  top: number;
}

/**
 * All metrics in one pass over ranked rows, each standing for `counts[rank]` rows (one, when not given); NaN where
 * the rows cannot tell. A cut through a group of equal scores takes its share of the group's positives.
 * @example measure(rankRows([0, 1], [0.2, 0.7]), {threshold: 0.5, top: 0.5})[0] => 1
 */
export function measure(
  {labels, scores, ends, squaredErrors, surprises}: RankedRows,
  {threshold, top}: Cuts,
  counts?: ArrayLike<number>
): number[] {
  const rows = labels.length;
  const wanted = topRows(rows, top);
  let [positives, negatives, wins, precisionSum, squared, surprise] = [0, 0, 0, 0, 0, 0];
  let [truePositives, falsePositives, caughtAtTop] = [0, 0, 0];
  let rank = 0;
  for (const end of ends) {
    const flagged = scores[rank] >= threshold;
    let [up, down] = [0, 0];
    for (; rank < end; rank++) {
      const count = counts ? counts[rank] : 1;
      if (labels[rank]) up += count;
      else down += count;
      squared += count * squaredErrors[rank];
      surprise += count * surprises[rank];
    }
    if (up + down === 0) continue;
    const room = wanted - positives - negatives;
    if (room > 0) caughtAtTop += up * Math.min(1, room / (up + down));
    wins += down * (positives + up / 2);
    positives += up;
    negatives += down;
    precisionSum += (up * positives) / (positives + negatives);
    if (flagged) [truePositives, falsePositives] = [positives, negatives];
  }
  const recall = truePositives / positives;
  return [
    (truePositives + negatives - falsePositives) / rows,
    (recall + (negatives - falsePositives) / negatives) / 2,
    truePositives / (truePositives + falsePositives),
    recall,
    (2 * truePositives) / (truePositives + falsePositives + positives),
    wins / (positives * negatives),
    precisionSum / positives,
    squared / rows,
    surprise / rows,
    (caughtAtTop * rows) / (wanted * positives)
  ];
}

/** So that .29 of 100 rows, in binary a little less than 29, are 29. */
const rounding = 1e-9;

/** How many rows the top share is: rounded down, at least one. @example topRows(250, 0.01) => 2 */
export const topRows = (rows: number, share: number): number =>
  Math.max(1, Math.min(rows, Math.floor(rows * share + rounding)));

/** Metrics by name, `null` for what could not be told. @example named([NaN, 0.5]).balancedAccuracy => 0.5 */
export const named = (values: readonly number[]): Measures =>
  Object.fromEntries(
    metricNames.map((name, index) => [name, Number.isFinite(values[index]) ? values[index] : null])
  ) as Measures;
