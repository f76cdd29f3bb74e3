import {formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import type {DelayBin} from "../../../lib/scores/delayBins.js";
import type {ScoreMean} from "../../../lib/scores/scoreMean.js";
import {scoresByDelay} from "../../../lib/scores/scoresByDelay.js";
import type {ScoreView} from "../../../lib/scores/scoreView.js";
import {chart} from "../../chart.js";
import {groupDots} from "../../charts/groupDots.js";
import {counted} from "../counted.js";
import {meanText, starsText} from "./text.js";

const days = (from: number, to: number) =>
  from === to
    ? `${formatCount(from)} ${from === 1 ? "day" : "days"}`
    : `${formatCount(from)} to ${formatCount(to)} days`;

/** A stretch of delays in words. @example binText({from: 1, to: 3}) => "1 to 3 days late" */
export function binText({from, to}: DelayBin): string {
  if (from === 0 && to === 0) return "On the promised day";
  if (to < 0)
    return from === -Infinity ? `${formatCount(-to)} or more days early` : `${days(-to, -from)} early`;
  return to === Infinity ? `${formatCount(from)} or more days late` : `${days(from, to)} late`;
}

/** Mean score by how early or late an order came. */
export function delayChart(view: ScoreView): HTMLElement {
  const found = scoresByDelay(view);
  const {difference, late, undated, early, cancelled, undelivered} = found;
  const rows = [
    ...found.bins.map(({bin, scores}) => ({label: binText(bin), scores})),
    {label: "Not delivered", scores: undelivered},
    {label: "Cancelled or unavailable", scores: cancelled}
  ].flatMap(({label, scores}): ({label: string} & ScoreMean)[] => (scores ? [{label, ...scores}] : []));
  const drop =
    difference &&
    `${formatNumber(Math.abs(difference.difference), 2)} (95 % interval ${formatNumber(Math.abs(difference.high), 2)} to ${formatNumber(Math.abs(difference.low), 2)}, Welch)`;
  return chart({
    name: "score-delay",
    title: difference
      ? `Late orders get ${starsText(Math.abs(difference.difference))} stars ${difference.difference < 0 ? "fewer" : "more"} than those on time`
      : "Score by delay",
    note: `Mean score with its 95 % interval (Student’s t), by calendar days from the promised day to the delivery; at the right the number of reviews.${drop ? ` Late orders differ from those on time by ${drop} stars.` : ""} This is an association: what makes an order late may lower its score in other ways too.${late && early > 0 ? ` ${formatCount(early)} of the ${formatCount(late.reviews)} reviews of late orders were answered before the parcel came, as surveys go out soon after the promised day.` : ""}${undated > 0 ? ` Left out without a delivery date: ${counted(undated, "delivered order", "delivered orders")}.` : ""}`,
    data: rows,
    counted: (shown) => `${formatCount(shown.reduce((sum, {reviews}) => sum + reviews, 0))} reviews`,
    columns: {
      label: {label: "Delivery"},
      reviews: {label: "Reviews"},
      mean: {label: "Mean", format: starsText},
      interval: {
        label: "95 % interval",
        format: (ends: ScoreMean["interval"]) =>
          ends ? `${starsText(ends.low)} to ${starsText(ends.high)}` : "–"
      },
      lowShare: {label: "1 or 2 stars", format: (share: number) => formatShare(share)}
    },
    exported: ({label, reviews, mean, interval, lowShare}) => ({
      ...{delivery: label, reviews, mean, from: interval?.low ?? null, to: interval?.high ?? null},
      low_share: lowShare
    }),
    render: (shown, {width}) =>
      groupDots(
        shown.map((row) => ({
          ...{label: row.label, value: row.mean, text: formatCount(row.reviews)},
          low: row.interval?.low ?? null,
          high: row.interval?.high ?? null,
          about: `${row.label}\n${meanText(row)}\n${formatCount(row.reviews)} reviews, ${formatShare(row.lowShare)} with 1 or 2 stars`
        })),
        {width, axis: "Mean score", format: (value) => formatNumber(value, 1)}
      )
  });
}
