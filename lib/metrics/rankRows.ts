import {descending} from "./descending.js";
import type {Ranked} from "./descending.js";
import {logLossTerm} from "./logLoss.js";

/** Rows from the highest probability to the lowest, with what each adds to a metric, to be counted again and again. */
export interface RankedRows extends Ranked {
  /** Rank after the last row of each group of equal scores. */
  ends: Uint32Array;
  squaredErrors: Float64Array;
  surprises: Float64Array;
}

/**
 * Sorts rows once for {@link measure}.
 * @throws RangeError where labels and probabilities differ in length or a probability is not from 0 to 1
 * @example [...rankRows([0, 1, 1], [0.2, 0.2, 0.7]).ends] => [1, 3]
 */
export function rankRows(labels: ArrayLike<number>, probabilities: ArrayLike<number>): RankedRows {
  if (labels.length !== probabilities.length)
    throw new RangeError(`as many labels as probabilities: ${labels.length}, ${probabilities.length}`);
  for (let row = 0; row < probabilities.length; row++)
    if (!(probabilities[row] >= 0 && probabilities[row] <= 1))
      throw new RangeError(`no probability: ${probabilities[row]}`);
  const ranked = descending(labels, probabilities);
  return {
    ...ranked,
    ends: tieEnds(ranked.scores),
    squaredErrors: ranked.scores.map((p, rank) => (p - ranked.labels[rank]) ** 2),
    surprises: ranked.scores.map((p, rank) => logLossTerm(ranked.labels[rank], p))
  };
}

/** The rank after the last of each group of equal scores. @example [...tieEnds([0.7, 0.2, 0.2])] => [1, 3] */
export function tieEnds(sorted: ArrayLike<number>): Uint32Array {
  const ends = new Uint32Array(sorted.length);
  let groups = 0;
  for (let rank = 1; rank <= sorted.length; rank++)
    if (rank === sorted.length || sorted[rank] !== sorted[rank - 1]) ends[groups++] = rank;
  return ends.slice(0, groups);
}
