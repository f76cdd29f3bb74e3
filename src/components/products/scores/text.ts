import {formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import type {Interval} from "../../../lib/metrics/percentileInterval.js";
import type {ScoreMean} from "../../../lib/scores/scoreMean.js";
import {scoreMean} from "../../../lib/scores/scoreMean.js";
import {scoresByDelay} from "../../../lib/scores/scoresByDelay.js";
import {scoreTallies} from "../../../lib/scores/scoreTallies.js";
import type {ScoreView} from "../../../lib/scores/scoreView.js";
import {counted} from "../counted.js";

/** A mean score as it reads. @example starsText(4.0864) => "4.09" */
export const starsText = (score: number | null | undefined): string => formatNumber(score, 2);

/** The ends of an interval in brackets, or nothing. @example endsText({low: 4, high: 4.1}, starsText) => " (95 % interval 4.00 to 4.10)" */
export const endsText = (interval: Interval | null, format: (value: number) => string): string =>
  interval ? ` (95 % interval ${format(interval.low)} to ${format(interval.high)})` : "";

/** A mean score with its interval, for tips. */
export const meanText = ({mean, interval}: ScoreMean): string =>
  interval
    ? `${starsText(mean)} (${starsText(interval.low)} to ${starsText(interval.high)})`
    : starsText(mean);

/** The page's answer. */
export function scoresAnswer(view: ScoreView): string {
  const [tally] = scoreTallies(view.rows, view.journeys.score, () => 0, 1);
  const all = scoreMean(tally);
  if (!all) return "";
  const {onTime, late} = scoresByDelay(view);
  const delay =
    onTime && late
      ? ` Orders that came by the promised day get ${starsText(onTime.mean)}, late ones ${starsText(late.mean)}.`
      : "";
  return `Customers give ${starsText(all.mean)} of 5 stars on average${endsText(all.interval, starsText)}, and ${formatShare(all.lowShare)} of ${formatCount(all.reviews)} reviewed orders get 1 or 2.${delay}`;
}

/** Which orders count and which do not, with the reasons. */
export function scoresCounted({rows, orders, unreviewed, undated, outside, several}: ScoreView): string {
  const left = [
    unreviewed > 0 ? `${formatCount(unreviewed)} have no review` : "",
    undated > 0 ? `${formatCount(undated)} have a review without the day of its survey` : "",
    outside > 0 ? `${formatCount(outside)} are outside the period` : ""
  ].filter(Boolean);
  return `Of ${counted(orders, "order", "orders")}, ${formatCount(rows.length)} count${left.length ? `; ${left.join(", ")}` : ""}. An order’s latest review counts; ${counted(several, "order has", "orders have")} more than one.`;
}
