import type {Progress} from "../driven.js";
import {drawCounts} from "../random/drawCounts.js";
import type {Interval} from "../metrics/percentileInterval.js";
import {percentileInterval} from "../metrics/percentileInterval.js";
import {randomStream} from "../random/streams.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import {giniInOrder} from "./gini.js";
import {topShareInOrder} from "./topShare.js";

/** How unequally an amount is shared out, with 95 % intervals. */
export interface Concentration {
  people: number;
  gini: number;
  giniInterval: Interval | null;
  top: number;
  topShare: number;
  topInterval: Interval | null;
  resamples: number;
}

/**
 * Gini coefficient and share of the top with bootstrap intervals (percentiles of resamples of people). The intervals of a few
 * hundred customers with a long tail are too narrow (they held the truth in 88 % of simulations of 300, in 93 % of 3,000).
 * Fails with a sentence where the amounts sum to nothing or one of them is negative.
 * @param top share of people, above 0 and at most 1
 */
export function* concentration(
  amounts: Float64Array,
  top: number,
  {seed, resamples = 100}: {seed: number; resamples?: number}
): Generator<Progress, Result<Concentration>> {
  const order = Uint32Array.from(amounts.keys()).sort((a, b) => amounts[a] - amounts[b]);
  const [coefficient, share] = [giniInOrder(order, amounts), topShareInOrder(order, amounts, top)];
  if (coefficient === null || share === null)
    return fail(
      "amounts",
      "There is nothing to share out: the amounts sum to nothing, or some are negative."
    );
  const draws = {gini: new Float64Array(resamples), top: new Float64Array(resamples)};
  const counts = new Uint16Array(amounts.length);
  const random = randomStream("inequality.resamples", seed);
  for (let draw = 0; draw < resamples; draw++) {
    drawCounts(counts, random);
    draws.gini[draw] = giniInOrder(order, amounts, counts) ?? NaN;
    draws.top[draw] = topShareInOrder(order, amounts, top, counts) ?? NaN;
    yield {share: (draw + 1) / resamples, doing: "Resampling customers"};
  }
  return ok({
    ...{people: amounts.length, gini: coefficient, top, topShare: share, resamples},
    giniInterval: percentileInterval(draws.gini, 0.95),
    topInterval: percentileInterval(draws.top, 0.95)
  });
}

/**
 * The smallest share of people who hold a share of the whole.
 * @example peopleHolding(Float64Array.of(6, 2, 1, 1), 0.6) => 0.25
 */
export function peopleHolding(amounts: ArrayLike<number>, held: number): number | null {
  const sorted = Float64Array.from(amounts).sort().reverse();
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  if (!(total > 0)) return null;
  let sum = 0;
  for (let i = 0; i < sorted.length; i++) {
    sum += sorted[i];
    if (sum >= held * total * (1 - 1e-12)) return (i + 1) / sorted.length;
  }
  return 1;
}
