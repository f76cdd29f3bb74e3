import type {Confusion} from "../metrics/confusion.js";
import {confusion} from "../metrics/confusion.js";

/** What comes of looking at the riskiest share of the rows. */
export interface Flagging extends Confusion {
  /** Rows at or above the threshold, ties included. */
  flagged: number;
  /** How many times as often as among all rows the outcome comes about among the flagged; `null` without either. */
  lift: number | null;
}

/** So that .29 of 100 rows, in binary a little less than 29, are 29. */
const rounding = 1e-9;

/**
 * Flags the riskiest share of the rows.
 * @example flagRiskiest(Uint8Array.of(0, 0, 0, 1), [0.1, 0.2, 0.3, 0.9], 0.25).lift => 4
 */
export function flagRiskiest(labels: Uint8Array, probabilities: ArrayLike<number>, share: number): Flagging {
  const ascending = Float64Array.from(probabilities).sort();
  const wanted = Math.max(1, Math.floor(ascending.length * share + rounding));
  const threshold = ascending[Math.max(0, ascending.length - wanted)] ?? NaN;
  const counts = confusion(labels, probabilities, threshold);
  const positives = counts.truePositives + counts.falseNegatives;
  return {
    ...counts,
    flagged: counts.truePositives + counts.falsePositives,
    lift: counts.precision === null || !positives ? null : (counts.precision * labels.length) / positives
  };
}
