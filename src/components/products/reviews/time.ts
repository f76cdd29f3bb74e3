import {html} from "npm:htl";
import {formatCount, formatMonth, formatNumber, formatShare} from "../../../lib/format.js";
import {correlation} from "../../../lib/stats/correlation.js";
import {dateOf, dayOf} from "../../../lib/days.js";
import type {ReviewStudy} from "../../../lib/reviews/study.js";
import {chart} from "../../chart.js";
import type {BandPoint} from "../../charts/bandLines.js";
import {bandLines} from "../../charts/bandLines.js";
import {fewestCases} from "../../charts/trendLine.js";
import {shareOf} from "./text.js";

const share = (value: number) => formatShare(value, 0);
const two = (value: number | null) => formatNumber(value, 2);

/** Months with enough reviews, and a sentence on those without. */
function months({months: all, undated}: ReviewStudy) {
  const rows = all.filter(({reviews}) => reviews >= fewestCases);
  const few = all.reduce((sum, {reviews}) => sum + (reviews < fewestCases ? reviews : 0), 0);
  const left = few + undated;
  const note =
    left > 0
      ? ` ${formatCount(left)} reviews of months with fewer than ${formatCount(fewestCases)}, or without a day, are left out.`
      : "";
  return {
    rows,
    note,
    counted: () => `${formatCount(rows.reduce((sum, {reviews}) => sum + reviews, 0))} reviews`
  };
}

const columns = {
  line: {label: "Line"},
  x: {label: "Month", format: (day: number) => formatMonth(dateOf(day))},
  y: {label: "Value", format: two},
  low: {label: "From", format: two},
  high: {label: "To", format: two},
  about: {label: "Rests on"}
};

/** How lines over months are drawn and tabled. */
const byMonth = (y: string, format: (value: number) => string) => ({
  columns,
  empty: "No month has enough reviews.",
  render: (shown: readonly BandPoint[], {width}: {width: number}) =>
    bandLines(shown, {
      ...{width, x: "Survey sent", y, format, days: true},
      formatX: (day) => formatMonth(dateOf(day)),
      height: 280
    })
});

/** The share of reviews that complain, by month. */
function complaintsChart(study: ReviewStudy): HTMLElement {
  const {rows, note, counted} = months(study);
  const points = rows.map((row): BandPoint => ({
    ...{line: "Complains", x: dayOf(row.month), y: shareOf(row)},
    low: row.negativeInterval?.low,
    high: row.negativeInterval?.high,
    about: `${formatCount(row.reviews)} reviews`
  }));
  const worst = rows.length ? rows.reduce((most, row) => (shareOf(row) > shareOf(most) ? row : most)) : null;
  return chart({
    name: "reviews-complaints",
    title: worst
      ? `Complaints were most frequent in ${formatMonth(worst.month)}: ${formatShare(shareOf(worst))} of the reviews`
      : "The share of reviews that complain",
    note: `Share of the reviews with a text that the lexicon scores below 0, by month in which the survey was sent, with its 95 % interval (Wilson).${note}`,
    data: points,
    counted,
    ...byMonth("Share that complains", share)
  });
}

/** Months from which a correlation says anything. */
const fewestMonths = 6;

const lines = {text: "Lexicon", stars: "Stars"};
/** Stars on the lexicon's scale. */
const scaled = (stars: number) => (stars - 3) / 2;

/** Mean score of the lexicon beside mean stars, by month. */
function sentimentChart(study: ReviewStudy): HTMLElement {
  const {rows, note, counted} = months(study);
  const points = rows.flatMap(({month, mean, meanInterval, stars, starsInterval, reviews}): BandPoint[] => {
    const at = {x: dayOf(month), about: `${formatCount(reviews)} reviews`};
    const ends = starsInterval && {low: scaled(starsInterval.low), high: scaled(starsInterval.high)};
    return [
      {...at, line: lines.text, y: mean, ...meanInterval},
      {...at, line: lines.stars, y: scaled(stars), ...ends}
    ];
  });
  const together = correlation(
    rows.map(({mean}) => mean),
    rows.map(({stars}) => stars)
  );
  return chart({
    name: "reviews-sentiment",
    title:
      rows.length < fewestMonths
        ? "Sentiment and stars by month"
        : `By month, texts and stars ${together > 0.7 ? "move together" : together > 0.3 ? "move together loosely" : "move apart"}: correlation ${two(together)}`,
    note: `Means by month in which the survey was sent, with 95 % intervals: the lexicon’s score from −1 (complains) to +1 (praises), and the stars of the same reviews on that scale, 1 as −1 and 5 as +1.${note}`,
    data: points,
    counted,
    ...byMonth("Mean, −1 to +1", two)
  });
}

/** Sentiment by month. */
export const timePart = (study: ReviewStudy): HTMLElement =>
  html`<div class="grid grid-cols-2 fitting">${complaintsChart(study)} ${sentimentChart(study)}</div>`;
