import {quantile} from "../metrics/quantile.js";
import type {QuantileEstimate} from "../metrics/quantileInterval.js";
import {quantileInterval} from "../metrics/quantileInterval.js";
import type {Interval} from "../metrics/percentileInterval.js";
import {wilsonInterval} from "../metrics/wilsonInterval.js";
import {stars} from "./scoreMean.js";
import type {ScoreView} from "./scoreView.js";

/** How reviews of one score were answered. */
export interface AnsweredScore {
  score: number;
  reviews: number;
  /** Reviews with a text, their share, and its Wilson interval. */
  texts: number;
  textShare: number;
  textInterval: Interval | null;
  /** Reviews with a known time from survey to answer. */
  timed: number;
  /** Hours from the beginning of the survey's day to the answer; NaN without any. */
  quarter: number;
  median: QuantileEstimate | null;
  threeQuarters: number;
  ninety: number;
}

/** Texts and answer times by score, from 1 to 5, and how many reviews have no time or one before the survey. */
export function answersByScore({journeys, rows}: ScoreView): {
  scores: readonly AnsweredScore[];
  untimed: number;
  before: number;
} {
  const {score, answer, hasText} = journeys;
  const hours: number[][] = Array.from({length: stars}, () => []);
  const [reviews, texts] = [new Float64Array(stars), new Float64Array(stars)];
  let [untimed, before] = [0, 0];
  for (const row of rows) {
    const at = score[row] - 1;
    reviews[at]++;
    texts[at] += hasText[row] === 1 ? 1 : 0;
    if (Number.isNaN(answer[row])) untimed++;
    else if (answer[row] < 0) before++;
    else hours[at].push(answer[row]);
  }
  const scores = hours.map((found, at) => {
    const ascending = Float64Array.from(found).sort();
    return {
      ...{score: at + 1, reviews: reviews[at], texts: texts[at], timed: ascending.length},
      textShare: reviews[at] > 0 ? texts[at] / reviews[at] : NaN,
      textInterval: wilsonInterval(texts[at], reviews[at]),
      quarter: quantile(ascending, 0.25),
      median: quantileInterval(ascending, 0.5),
      threeQuarters: quantile(ascending, 0.75),
      ninety: quantile(ascending, 0.9)
    };
  });
  return {scores, untimed, before};
}
