import {percentileInterval} from "../metrics/percentileInterval.js";
import type {Estimate} from "../metrics/scorecard.js";

/** How well probabilities do, or would. */
export interface Performance {
  rocAuc: Estimate;
  averagePrecision: Estimate;
  brier: Estimate;
}

export interface EstimateOptions {
  /** Numbers in [0, 1). */
  random: () => number;
  /** 100 without it. */
  resamples?: number;
}

/**
 * What calibrated probabilities say that they will score before any outcome is known: confidence-based performance
 * estimation (CBPE, as NannyML does it). Each row counts as a positive to the part of its probability and as a negative
 * to the rest. The interval holds 95 % of what outcomes drawn from the probabilities would give. Right as long as the
 * probabilities stay calibrated: it follows a shift of who is scored, and cannot see one of how they behave.
 * @example estimatedPerformance([0.9, 0.1], {random, resamples: 0}).brier.value => 0.09
 */
export function estimatedPerformance(
  probabilities: ArrayLike<number>,
  {random, resamples = 100}: EstimateOptions
): Performance {
  const sorted = Float64Array.from(probabilities).sort().reverse();
  const expected = weighed(sorted, (rank) => sorted[rank]);
  const drawn = Array.from({length: resamples}, () =>
    weighed(sorted, (rank) => Number(random() < sorted[rank]))
  );
  const told = (name: keyof Performance): Estimate => {
    const value = Number.isFinite(expected[name]) ? expected[name] : null;
    return {
      value,
      interval:
        value === null
          ? null
          : percentileInterval(
              drawn.map((one) => one[name]),
              0.95
            )
    };
  };
  return {rocAuc: told("rocAuc"), averagePrecision: told("averagePrecision"), brier: told("brier")};
}

/**
 * The three measures of rows in descending order, each a positive to some part; NaN where they cannot tell. Tied rows
 * enter together.
 */
function weighed(scores: Float64Array, partOf: (rank: number) => number): Record<keyof Performance, number> {
  let [up, down, wins, precision, squares] = [0, 0, 0, 0, 0];
  for (let rank = 0; rank < scores.length;) {
    const score = scores[rank];
    let [tiedUp, tiedDown] = [0, 0];
    for (; rank < scores.length && scores[rank] === score; rank++) {
      const part = partOf(rank);
      tiedUp += part;
      tiedDown += 1 - part;
      squares += part * (1 - score) ** 2 + (1 - part) * score ** 2;
    }
    wins += tiedDown * (up + tiedUp / 2);
    up += tiedUp;
    down += tiedDown;
    precision += (tiedUp * up) / rank;
  }
  return {
    rocAuc: wins / (up * down),
    averagePrecision: precision / up,
    brier: squares / scores.length
  };
}
