import {formatCount, formatDecimal, formatNumber, formatShare} from "../../../lib/format.js";
import type {AnsweredScore} from "../../../lib/scores/answersByScore.js";
import {answersByScore} from "../../../lib/scores/answersByScore.js";
import type {ScoreView} from "../../../lib/scores/scoreView.js";
import {chart} from "../../chart.js";
import {groupDots} from "../../charts/groupDots.js";
import {quartileBars} from "../../charts/quartileBars.js";
import {counted} from "../counted.js";

const starsOf = (score: number) => `${formatCount(score)} ${score === 1 ? "star" : "stars"}`;
const percent = (share: number) => formatShare(share);

/** The share of reviews with a text, by score. */
export function textShareChart(view: ScoreView): HTMLElement {
  const rows = answersByScore(view)
    .scores.filter(({reviews}) => reviews > 0)
    .map((one) => ({...one, label: starsOf(one.score)}));
  const most = rows.reduce<(typeof rows)[number] | undefined>(
    (best, row) => (best && best.textShare >= row.textShare ? best : row),
    undefined
  );
  const [reviews, texts] = rows.reduce(([all, some], row) => [all + row.reviews, some + row.texts], [0, 0]);
  return chart({
    name: "score-texts",
    title: most
      ? `${percent(most.textShare)} of reviews with ${starsOf(most.score)} have a text`
      : "Reviews with a text, by score",
    note: `Share of reviews with a title or a message of more than white space, with its 95 % interval (Wilson); at the right the number of reviews. Of all, ${percent(texts / reviews)} have one.`,
    data: rows,
    counted: () => `${formatCount(reviews)} reviews`,
    columns: {
      label: {label: "Score"},
      reviews: {label: "Reviews"},
      texts: {label: "With a text"},
      textShare: {label: "Share", format: percent},
      textInterval: {
        label: "95 % interval",
        format: (ends: AnsweredScore["textInterval"]) =>
          ends ? `${percent(ends.low)} to ${percent(ends.high)}` : "–"
      }
    },
    exported: ({score, reviews: own, texts: some, textShare, textInterval}) => ({
      ...{score, reviews: own, with_text: some, share: textShare},
      ...{from: textInterval?.low ?? null, to: textInterval?.high ?? null}
    }),
    render: (shown, {width}) =>
      groupDots(
        shown.map((row) => ({
          ...{label: row.label, value: row.textShare, text: formatCount(row.reviews)},
          low: row.textInterval?.low ?? null,
          high: row.textInterval?.high ?? null,
          about: `${row.label}\n${percent(row.textShare)}\n${formatCount(row.texts)} of ${formatCount(row.reviews)} reviews`
        })),
        {width, axis: "Share with a text", format: (share) => formatShare(share, 0)}
      )
  });
}

const inDays = (hours: number) => hours / 24;
const daysText = (days: number) => formatNumber(days, 1);

/** How long customers take to answer the survey, by score. */
export function answerTimesChart(view: ScoreView): HTMLElement {
  const {scores, untimed, before} = answersByScore(view);
  const rows = scores.flatMap(({score, timed, quarter, median, threeQuarters, ninety}) =>
    median
      ? [
          {
            ...{score, label: starsOf(score), timed},
            quarter: inDays(quarter),
            median: inDays(median.value),
            interval: median.interval && {
              low: inDays(median.interval.low),
              high: inDays(median.interval.high)
            },
            threeQuarters: inDays(threeQuarters),
            ninety: inDays(ninety)
          }
        ]
      : []
  );
  const medians = rows.map(({median}) => median);
  const [least, most] = [Math.min(...medians), Math.max(...medians)];
  return chart({
    name: "score-answers",
    title:
      rows.length === 0
        ? "Time to answer, by score"
        : daysText(least) === daysText(most)
          ? `Half of the answers come within ${daysText(most)} days, whatever the score`
          : `Half of the answers come within ${daysText(least)} to ${daysText(most)} days, depending on the score`,
    note: `Days from the beginning of the survey’s day to the answer: the bar holds the middle half, the mark in it is the median, the line ends where 90 % have answered. Only those who answered are known.${untimed > 0 ? ` Left out without one of the two times: ${counted(untimed, "review", "reviews")}.` : ""}${before > 0 ? ` Left out as answered before their survey: ${counted(before, "review", "reviews")}.` : ""} The table has the medians’ 95 % intervals (order statistics).`,
    data: rows,
    counted: () => `${formatCount(rows.reduce((sum, {timed}) => sum + timed, 0))} reviews`,
    empty: "No review has the times of its survey and its answer.",
    columns: {
      label: {label: "Score"},
      timed: {label: "Reviews"},
      quarter: {label: "A quarter within", format: daysText},
      median: {label: "Half within", format: daysText},
      interval: {
        label: "95 % interval",
        format: (ends: {low: number; high: number} | null) =>
          ends ? `${daysText(ends.low)} to ${daysText(ends.high)}` : "–"
      },
      threeQuarters: {label: "Three quarters within", format: daysText},
      ninety: {label: "90 % within", format: daysText}
    },
    exported: ({score, timed, quarter, median, interval, threeQuarters, ninety}) => ({
      ...{score, reviews: timed, q25_days: quarter, median_days: median},
      ...{from: interval?.low ?? null, to: interval?.high ?? null},
      ...{q75_days: threeQuarters, q90_days: ninety}
    }),
    render: (shown, {width}) =>
      quartileBars(
        shown.map((row) => ({
          ...row,
          text: `median ${daysText(row.median)}`,
          about: `${row.label}\nmedian ${daysText(row.median)} days\nmiddle half ${daysText(row.quarter)} to ${daysText(row.threeQuarters)}\n90 % within ${daysText(row.ninety)}`
        })),
        {width, axis: "Days until the answer", format: formatDecimal}
      )
  });
}
