import {monthDay} from "../journeys/monthNumber.js";
import {monthsOf} from "../journeys/months.js";
import type {ScoreMean} from "./scoreMean.js";
import {scoreMean} from "./scoreMean.js";
import {scoreTallies} from "./scoreTallies.js";
import type {ScoreView} from "./scoreView.js";

/** Fewer reviews than this make no mean of a month. */
export const fewestReviews = 30;

/** A month's scores. */
export interface MonthScore extends ScoreMean {
  /** First day of the month. */
  day: number;
}

/** Mean scores by calendar month, in order, and the months that have too few reviews. */
export function scoresByMonth({journeys, rows, days}: ScoreView): {
  months: readonly MonthScore[];
  small: number;
  smallReviews: number;
} {
  const {first, count, codes} = monthsOf(days);
  const monthOf = new Int32Array(journeys.day.length).fill(-1);
  rows.forEach((row, i) => (monthOf[row] = codes[i]));
  const means = scoreTallies(rows, journeys.score, (row) => monthOf[row], count).map(scoreMean);
  const found = means.flatMap((mean, i) => (mean ? [{day: monthDay(first + i), ...mean}] : []));
  const months = found.filter(({reviews}) => reviews >= fewestReviews);
  const left = found.filter(({reviews}) => reviews < fewestReviews);
  return {months, small: left.length, smallReviews: left.reduce((sum, {reviews}) => sum + reviews, 0)};
}
