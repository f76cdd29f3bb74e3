import {formatCount, formatMonth, formatShare} from "../../../lib/format.js";
import {dateOf} from "../../../lib/days.js";
import {fewestReviews, scoresByMonth} from "../../../lib/scores/scoresByMonth.js";
import type {ScoreView} from "../../../lib/scores/scoreView.js";
import {chart} from "../../chart.js";
import {bandLines} from "../../charts/bandLines.js";
import {color} from "../../colors.js";
import {counted} from "../counted.js";
import {starsText} from "./text.js";
import {placeWord} from "../../../lib/shop.js";

const month = (day: number) => formatMonth(dateOf(day));
const percent = (share: number) => formatShare(share);

/** Mean score, or share of 1 and 2 stars, by month. */
export function scoreTrendChart(view: ScoreView, of: "mean" | "low"): HTMLElement {
  const {months, small, smallReviews} = scoresByMonth(view);
  const isMean = of === "mean";
  const points = months.map(({day, reviews, mean, interval, low, lowShare, lowInterval}) => ({
    ...{line: "All", x: day, reviews, low_scores: low},
    y: isMean ? mean : lowShare,
    low: (isMean ? interval : lowInterval)?.low ?? null,
    high: (isMean ? interval : lowInterval)?.high ?? null,
    about: `${formatCount(reviews)} reviews`
  }));
  const format = isMean ? starsText : percent;
  const [worst] = [...points].sort((a, b) => (isMean ? a.y - b.y : b.y - a.y));
  const dated = view.by === "purchase" ? "purchase" : "the survey";
  return chart({
    name: isMean ? "score-months" : "low-score-months",
    title:
      points.length === 0
        ? isMean
          ? "Mean score by month"
          : "Low scores by month"
        : isMean
          ? `The mean score is lowest in ${month(worst.x)}: ${starsText(worst.y)}`
          : `Scores of 1 and 2 are most frequent in ${month(worst.x)}: ${percent(worst.y)}`,
    note: `${isMean ? "Mean score of the reviews; shaded: 95 % interval by Student’s t" : "Share of reviews with 1 or 2 stars; shaded: 95 % interval (Wilson)"}. By the month of ${dated}.${small > 0 ? ` Not drawn with fewer than ${fewestReviews} reviews: ${counted(small, "month", "months")}, ${counted(smallReviews, "review", "reviews")} in all.` : ""}`,
    data: points,
    counted: () => `${formatCount(points.reduce((sum, {reviews}) => sum + reviews, 0))} reviews`,
    empty: `No month has ${fewestReviews} reviews: widen the period or choose another ${placeWord.one}.`,
    columns: {
      x: {label: "Month", format: month},
      reviews: {label: "Reviews"},
      ...(isMean ? {} : {low_scores: {label: "1 or 2 stars"}}),
      y: {label: isMean ? "Mean score" : "Share", format},
      low: {label: "From", format},
      high: {label: "To", format}
    },
    exported: ({x, y, low, high, reviews, low_scores}) => ({
      month: dateOf(x).toISOString().slice(0, 7),
      ...{reviews, low_scores},
      ...(isMean ? {mean: y} : {share: y}),
      ...{low, high}
    }),
    render: (rows, {width}) =>
      bandLines(rows, {
        ...{width, format, formatX: month, days: true, zero: !isMean},
        x: "Month",
        y: isMean ? "Mean score, 1 to 5" : "Share with 1 or 2 stars",
        stroke: () => color(isMean ? "accent" : "bad"),
        height: 260
      })
  });
}
