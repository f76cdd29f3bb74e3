import {html} from "npm:htl";
import {formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import type {ReviewStudy} from "../../../lib/reviews/study.js";
import {chart} from "../../chart.js";
import {importanceDots} from "../../charts/importanceDots.js";
import {fewestCases} from "../../charts/trendLine.js";
import {table} from "../../table.js";
import {shareOf} from "./text.js";
import {placeWord} from "../../../lib/shop.js";

const two = (value: number | null) => formatNumber(value, 2);
const share = (value: number) => formatShare(value, 0);

const groupNames = {state: placeWord.title, category: "Category"};
const shownGroups = 15;

/** The share of reviews that complain, by the groups with most reviews. */
function groupChart({groups}: ReviewStudy, by: "state" | "category"): HTMLElement {
  const rows = groups[by]
    .filter(({reviews}) => reviews >= fewestCases)
    .sort((a, b) => b.reviews - a.reviews)
    .slice(0, shownGroups)
    .sort((a, b) => shareOf(b) - shareOf(a))
    .map((row) => ({
      ...{label: row.group, mean: shareOf(row), reviews: row.reviews},
      low: row.negativeInterval?.low ?? NaN,
      high: row.negativeInterval?.high ?? NaN
    }));
  const [first, last] = [rows.at(0), rows.at(-1)];
  return chart({
    name: "reviews-groups",
    title:
      first && last && first !== last
        ? `Complaints go from ${formatShare(last.mean)} (${last.label}) to ${formatShare(first.mean)} (${first.label}) of the reviews`
        : "Complaints by group",
    note: `Share of the reviews with a text that the lexicon scores below 0, with its 95 % interval (Wilson), for the ${formatCount(rows.length)} ${by === "state" ? placeWord.many : "categories"} with most reviews. An order of several categories counts for the one with the largest price.`,
    data: rows,
    counted: () => `${formatCount(rows.reduce((sum, {reviews}) => sum + reviews, 0))} reviews`,
    empty: "No group has enough reviews.",
    columns: {
      label: {label: groupNames[by]},
      mean: {label: "Complain", format: (value: number) => formatShare(value)},
      low: {label: "From", format: (value: number) => formatShare(value)},
      high: {label: "To", format: (value: number) => formatShare(value)},
      reviews: {label: "Reviews"}
    },
    render: (shown, {width}) =>
      importanceDots(shown, {width, axis: "Share of reviews that complain", format: share})
  });
}

/** Sentiment of all groups. */
const groupTable = ({groups}: ReviewStudy, by: "state" | "category"): HTMLElement =>
  table(
    groups[by].map(({group, reviews, mean, meanInterval, stars, ...rest}) => ({
      ...{group, reviews, complain: rest.negative / reviews},
      ...{mean, low: meanInterval?.low ?? null, high: meanInterval?.high ?? null, stars}
    })),
    {
      caption: by === "state" ? `Sentiment by ${placeWord.one}` : "Sentiment by category",
      name: `review-sentiment-by-${by}`,
      sort: "reviews",
      reverse: true,
      columns: {
        group: {label: groupNames[by]},
        reviews: {label: "Reviews"},
        complain: {label: "Complain", format: (value: number) => formatShare(value)},
        mean: {label: "Lexicon score", format: two},
        low: {label: "From", format: two, align: "right"},
        high: {label: "To", format: two, align: "right"},
        stars: {label: "Mean stars", format: two}
      }
    }
  );

/** Sentiment by state or category. */
export const groupPart = (study: ReviewStudy, by: "state" | "category"): HTMLElement =>
  html`<div class="grid grid-cols-2 fitting">${groupChart(study, by)} ${groupTable(study, by)}</div>`;
