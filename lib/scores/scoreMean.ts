import {tQuantile} from "../distributions/studentT.js";
import type {Interval} from "../metrics/percentileInterval.js";
import {wilsonInterval} from "../metrics/wilsonInterval.js";

/** How many stars a review can have. */
export const stars = 5;

/** What a tally of scores says; intervals at 95 %. */
export interface ScoreMean {
  reviews: number;
  mean: number;
  /** Of Student's t; `null` where fewer than two reviews, or all alike, say nothing of how they vary. */
  interval: Interval | null;
  /** Sample variance; NaN with fewer than two reviews. */
  variance: number;
  /** Reviews with 1 or 2 stars, their share, and its Wilson interval. */
  low: number;
  lowShare: number;
  lowInterval: Interval | null;
}

/**
 * The mean of scores with Student's interval, and the share of 1 and 2 stars with Wilson's. `null` without reviews.
 * @param tally how many reviews have 1, 2, 3, 4 and 5 stars
 * @example scoreMean([1, 0, 0, 0, 3])?.mean => 4
 */
export function scoreMean(tally: ArrayLike<number>): ScoreMean | null {
  let [reviews, sum, squares] = [0, 0, 0];
  for (let i = 0; i < stars; i++) {
    reviews += tally[i];
    sum += tally[i] * (i + 1);
    squares += tally[i] * (i + 1) ** 2;
  }
  if (reviews === 0) return null;
  const mean = sum / reviews;
  const variance = reviews > 1 ? Math.max(0, squares - sum * mean) / (reviews - 1) : NaN;
  const half = variance > 0 ? tQuantile(0.975, reviews - 1) * Math.sqrt(variance / reviews) : NaN;
  const low = tally[0] + tally[1];
  return {
    ...{reviews, mean, variance, low, lowShare: low / reviews},
    interval: half > 0 ? {low: mean - half, high: mean + half} : null,
    lowInterval: wilsonInterval(low, reviews)
  };
}
