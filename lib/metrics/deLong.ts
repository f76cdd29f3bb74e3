import {normal975} from "../stats/normal975.js";
import {descending} from "./descending.js";
import type {Interval} from "./percentileInterval.js";
import {tieEnds} from "./rankRows.js";

/** Two models' areas under the ROC curve on the same rows, and how sure their difference is. */
export interface DeLong {
  a: number;
  b: number;
  /** a - b. */
  difference: number;
  /** Of the difference: the estimates' covariance is taken off. */
  standardError: number;
  /** difference / standardError, about standard normal where both are equally good; `null` without any variance. */
  z: number | null;
  /** 95 %. */
  interval: Interval;
}

/**
 * Compares two correlated ROC-AUCs by their asymptotic covariance (DeLong, DeLong and Clarke-Pearson 1988), by the
 * midranks of Sun and Xu (2014): sorting, not all pairs. `null` with fewer than two rows of a class.
 * @example deLong([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], [0.1, 0.2, 0.6, 0.5]).difference => -0.25
 */
export function deLong(labels: ArrayLike<number>, a: ArrayLike<number>, b: ArrayLike<number>): DeLong | null {
  const first = placements(labels, a);
  const second = placements(labels, b);
  if (first.positives.length < 2 || first.negatives.length < 2) return null;
  const [areaA, areaB] = [mean(first.positives), mean(second.positives)];
  const apart = (these: Float64Array, those: Float64Array) =>
    variance(these.map((value, index) => value - those[index])) / these.length;
  const difference = areaA - areaB;
  const standardError = Math.sqrt(
    apart(first.positives, second.positives) + apart(first.negatives, second.negatives)
  );
  return {
    a: areaA,
    b: areaB,
    difference,
    standardError,
    z: standardError > 0 ? difference / standardError : null,
    interval: {
      low: difference - normal975 * standardError,
      high: difference + normal975 * standardError
    }
  };
}

/** For each positive the share of negatives below it, for each negative that of positives above, ties half. */
function placements(labels: ArrayLike<number>, scores: ArrayLike<number>) {
  const ranked = descending(labels, scores);
  const total = ranked.labels.reduce((sum, label) => sum + label, 0);
  const others = ranked.labels.length - total;
  const above = new Float64Array(ranked.labels.length);
  let [rank, positives, negatives] = [0, 0, 0];
  for (const end of tieEnds(ranked.scores)) {
    let tied = 0;
    for (let i = rank; i < end; i++) tied += ranked.labels[i];
    const untied = end - rank - tied;
    for (let i = rank; i < end; i++)
      above[ranked.order[i]] = ranked.labels[i]
        ? 1 - (negatives + untied / 2) / others
        : (positives + tied / 2) / total;
    positives += tied;
    negatives += untied;
    rank = end;
  }
  const of = (label: number) => above.filter((_, row) => labels[row] === label);
  return {positives: of(1), negatives: of(0)};
}

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

function variance(values: Float64Array): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}
