import type {Interval} from "../metrics/percentileInterval.js";
import {wilsonInterval} from "../metrics/wilsonInterval.js";

/** What some reviews say on the whole. */
export interface SentimentOf {
  reviews: number;
  /** Mean of the lexicon's score, -1 to 1, with its 95 % interval; null for the interval of a single review. */
  mean: number;
  meanInterval: Interval | null;
  /** Reviews with a score below 0, and the 95 % interval of their share. */
  negative: number;
  negativeInterval: Interval | null;
  /** Mean stars, 1 to 5. */
  stars: number;
  starsInterval: Interval | null;
}

/** The standard normal distribution's .975 quantile. */
const normal975 = 1.959963984540054;

/** A mean with its 95 % interval by the normal approximation. */
function meanOf(sum: number, squares: number, count: number): [number, Interval | null] {
  const mean = sum / count;
  if (count < 2) return [mean, null];
  const variance = Math.max(0, squares - sum * mean) / (count - 1);
  const half = normal975 * Math.sqrt(variance / count);
  return [mean, {low: mean - half, high: mean + half}];
}

/**
 * The sentiment of reviews by group: mean score, share negative and mean stars, with intervals (by the normal
 * approximation and by Wilson's); groups in ascending order.
 * @param groups of each review; what has none ("") is left out
 * @param polarities the lexicon's score of each, -1 to 1
 * @param scores stars of each
 * @example sentimentOver(["SP", "SP"], [0.5, -0.5], [5, 1]).get("SP").negative => 1
 */
export function sentimentOver(
  groups: readonly string[],
  polarities: ArrayLike<number>,
  scores: ArrayLike<number>
): Map<string, SentimentOf> {
  const sums = new Map<string, Float64Array>();
  for (const [row, group] of groups.entries()) {
    if (group === "") continue;
    const sum = sums.get(group) ?? new Float64Array(6);
    sums.set(group, sum);
    const [polarity, stars] = [polarities[row], scores[row]];
    sum[0]++;
    sum[1] += polarity;
    sum[2] += polarity * polarity;
    sum[3] += Number(polarity < 0);
    sum[4] += stars;
    sum[5] += stars * stars;
  }
  const named = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(
    named.map(([group, [reviews, sum, squares, negative, stars, starSquares]]) => {
      const [mean, meanInterval] = meanOf(sum, squares, reviews);
      const [meanStars, starsInterval] = meanOf(stars, starSquares, reviews);
      return [
        group,
        {
          ...{reviews, mean, meanInterval, negative, negativeInterval: wilsonInterval(negative, reviews)},
          ...{stars: meanStars, starsInterval}
        }
      ];
    })
  );
}
