import {percentileInterval} from "../metrics/percentileInterval.js";
import type {Payoff} from "./payoff.js";
import {profitOf} from "./payoff.js";
import type {ResampledDecision} from "./resampleDecision.js";

/** A point of the profit curve with its bootstrap band. */
export interface ProfitPoint {
  /** Rows flagged, from the highest score. */
  flagged: number;
  /** The same as a share of all rows. */
  share: number;
  /** The lowest score that is flagged; `null` where nobody is. */
  threshold: number | null;
  /** In cents, as are the band's ends. */
  profit: number;
  low: number;
  high: number;
}

/**
 * The profit at a grid of cuts with the band that holds the middle share `level` of the resamples at each cut. The
 * highest point of such a curve was picked on the rows that it is judged on: expect a little less of it.
 */
export function profitCurve(resampled: ResampledDecision, payoff: Payoff, level = 0.95): ProfitPoint[] {
  const {rows, cuts, thresholds, draws, positives, flagged, caught, caughtValue} = resampled;
  const profitIn = (draw: number, cut: number) => {
    const at = draw * cuts.length + cut;
    return profitOf(payoff, {
      rows,
      positives: positives[draw],
      flagged: flagged[at],
      caught: caught[at],
      caughtValue: caughtValue[at]
    });
  };
  const drawn = new Float64Array(draws - 1);
  return Array.from(cuts, (cut, index) => {
    for (let draw = 1; draw < draws; draw++) drawn[draw - 1] = profitIn(draw, index);
    const profit = profitIn(0, index);
    const {low, high} = percentileInterval(drawn, level) ?? {low: profit, high: profit};
    return {
      flagged: cut,
      share: rows ? cut / rows : 0,
      threshold: Number.isNaN(thresholds[index]) ? null : thresholds[index],
      profit,
      low,
      high
    };
  });
}
