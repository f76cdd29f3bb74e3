import {drawCounts} from "../random/drawCounts.js";
import type {Decision} from "./prepareDecision.js";

/** Counts at a grid of cuts, of the rows as they are (draw 0) and of each resample (from 1). */
export interface ResampledDecision {
  rows: number;
  /** Rows from the top at each cut; where cuts are thresholds, of the rows as they are. */
  cuts: Float64Array;
  /** The lowest score that is flagged at each cut; NaN where nobody is. */
  thresholds: Float64Array;
  draws: number;
  /** By draw. */
  positives: Float64Array;
  /** By draw, then cut. */
  flagged: Float64Array;
  caught: Float64Array;
  caughtValue: Float64Array;
}

/** `resamples` 200 and `points` 100 where not given. */
export interface ResampleDecisionOptions {
  random: () => number;
  /** A cut keeps its number of rows ("rows": a capacity) or its lowest score ("threshold") in every resample. */
  by: "rows" | "threshold";
  resamples?: number;
  /** Cuts at 0, 1/points, ... 1 of the rows; thresholds that coincide count once. */
  points?: number;
}

/**
 * Bootstrap resamples of a decision's counts at a grid of cuts: whatever costs are tried later, {@link profitCurve}
 * needs only these. Gives way often, with the share done.
 */
export function* resampleDecision(
  decision: Decision,
  {random, by, resamples = 200, points = 100}: ResampleDecisionOptions
): Generator<{share: number}, ResampledDecision> {
  const {rows} = decision;
  const cuts = grid(decision, by, points);
  const draws = rows ? resamples + 1 : 1;
  const tables = [0, 0, 0].map(() => new Float64Array(draws * cuts.length));
  const [flagged, caught, caughtValue] = tables;
  const positives = new Float64Array(draws);
  const counts = new Uint16Array(rows).fill(1);
  for (let draw = 0; draw < draws; draw++) {
    if (draw) drawCounts(counts, random);
    const of = (table: Float64Array) => table.subarray(draw * cuts.length, (draw + 1) * cuts.length);
    positives[draw] = countDraw(decision, {cuts, by, counts}, of(flagged), of(caught), of(caughtValue));
    yield {share: draw / draws};
  }
  let group = 0;
  const thresholds = cuts.map((cut) => {
    while (decision.flagged[group] < cut) group++;
    return cut ? decision.thresholds[group] : NaN;
  });
  return {rows, cuts, thresholds, draws, positives, flagged, caught, caughtValue};
}

/** Numbers of rows from the top, ascending; for thresholds, ends of groups of equal scores. */
function grid({rows, flagged}: Decision, by: "rows" | "threshold", points: number): Float64Array {
  if (!rows) return Float64Array.of(0);
  const even = Float64Array.from({length: points + 1}, (_, i) => (i * rows) / points);
  if (by === "rows") return even;
  let group = 0;
  const ends = even.map((cut) => {
    while (flagged[group] < cut) group++;
    return cut ? flagged[group] : 0;
  });
  return Float64Array.from(new Set(ends));
}

interface Draw {
  cuts: Float64Array;
  by: "rows" | "threshold";
  counts: Uint16Array;
}

/** Fills in what one draw counts at each cut; a cut by rows through a group of equal scores takes its share of it. */
function countDraw(
  {rows, flagged: ends, labels, values}: Decision,
  {cuts, by, counts}: Draw,
  flagged: Float64Array,
  caught: Float64Array,
  caughtValue: Float64Array
): number {
  let [seen, positives, value, cut, rank] = [0, 0, 0, 0, 0];
  while (cut < cuts.length && cuts[cut] === 0) cut++;
  for (const end of ends) {
    let [drawn, drawnPositives, drawnValue] = [0, 0, 0];
    for (; rank < end; rank++) {
      const count = counts[rank];
      drawn += count;
      drawnPositives += count * labels[rank];
      drawnValue += count * values[rank];
    }
    const reach = by === "rows" ? seen + drawn : end;
    for (; cut < cuts.length && cuts[cut] <= reach; cut++) {
      const share = by === "rows" ? (drawn ? (cuts[cut] - seen) / drawn : 1) : 1;
      flagged[cut] = by === "rows" ? cuts[cut] : seen + drawn;
      caught[cut] = positives + share * drawnPositives;
      caughtValue[cut] = value + share * drawnValue;
    }
    seen += drawn;
    positives += drawnPositives;
    value += drawnValue;
  }
  for (; cut < cuts.length; cut++) {
    flagged[cut] = rows;
    caught[cut] = positives;
    caughtValue[cut] = value;
  }
  return positives;
}
