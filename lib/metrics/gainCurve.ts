import {descending} from "./descending.js";
import {tieEnds} from "./rankRows.js";

/** A point of the gain curve: what comes of the rows with the highest scores. */
export interface GainPoint {
  /** Share of the rows that is looked at. */
  share: number;
  /** Share of the positive rows among them. */
  gain: number;
  /** How many times as many positives as among as many rows at random; `null` at share 0. */
  lift: number | null;
  /** The gain of scores that put every positive first. */
  best: number;
}

/**
 * The cumulative gain and lift at 0, 1/points, ... 1 of the rows, from the highest score down. A cut through rows of
 * equal score takes its part of the group's positives: the mean over all orders of the group. Empty without positives.
 * @example gainCurve([1, 0, 0, 0], [0.9, 0.3, 0.2, 0.1], 4).map((d) => d.gain) => [0, 1, 1, 1, 1]
 */
export function gainCurve(labels: ArrayLike<number>, scores: ArrayLike<number>, points = 100): GainPoint[] {
  const ranked = descending(labels, scores);
  const rows = ranked.labels.length;
  const positives = ranked.labels.reduce((sum, label) => sum + label, 0);
  if (!positives) return [];
  const ends = tieEnds(ranked.scores);
  let group = 0;
  let rank = 0;
  let before = 0;
  let inside = 0;
  const count = () => {
    for (before += inside, inside = 0; rank < ends[group]; rank++) inside += ranked.labels[rank];
  };
  count();
  return Array.from({length: points + 1}, (_, index) => {
    const share = index / points;
    const cut = share * rows;
    while (ends[group] < cut && group < ends.length - 1) {
      group++;
      count();
    }
    const start = group ? ends[group - 1] : 0;
    const caught = before + (inside * (cut - start)) / (ends[group] - start);
    const gain = caught / positives;
    return {share, gain, lift: share ? gain / share : null, best: Math.min(1, cut / positives)};
  });
}
