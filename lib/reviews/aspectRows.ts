import type {Aspect} from "./aspectNames.js";
import {aspects} from "./aspectNames.js";
import {aspectSentiment} from "./aspectSentiment.js";

/** What reviews say of one aspect. */
export interface AspectRow {
  aspect: Aspect;
  /** Reviews that speak of it, and those of them that speak ill of it. */
  reviews: number;
  negative: number;
  /** Mean stars of the reviews that speak of it. */
  meanScore: number | null;
}

/**
 * How many reviews speak of each aspect, and how many ill.
 * @param scores stars of each
 * @example aspectRows(["Entrega péssima"], [1])[0] => {aspect: "delivery", reviews: 1, negative: 1, meanScore: 1}
 */
export function aspectRows(texts: readonly string[], scores: ArrayLike<number>): AspectRow[] {
  const sums = new Map(aspects.map((aspect) => [aspect, {reviews: 0, negative: 0, stars: 0}]));
  for (const [row, one] of texts.entries())
    for (const {aspect, score} of aspectSentiment(one)) {
      const sum = sums.get(aspect);
      if (!sum) continue;
      sum.reviews++;
      sum.stars += scores[row];
      if (score < 0) sum.negative++;
    }
  return [...sums].map(([aspect, {reviews, negative, stars}]) => ({
    ...{aspect, reviews, negative},
    meanScore: reviews > 0 ? stars / reviews : null
  }));
}
