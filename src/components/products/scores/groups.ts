import {formatCount, formatDecimal, formatFine, formatShare} from "../../../lib/format.js";
import type {RankedScore} from "../../../lib/scores/rankScores.js";
import type {ScoreGrouping} from "../../../lib/scores/scoreGroups.js";
import {scoreGroups} from "../../../lib/scores/scoreGroups.js";
import type {ScoreView} from "../../../lib/scores/scoreView.js";
import {placeName} from "../../placeName.js";
import {chart} from "../../chart.js";
import type {GroupDot} from "../../charts/groupDots.js";
import {groupDots} from "../../charts/groupDots.js";
import {extremes} from "../extremes.js";
import {counted} from "../counted.js";
import {meanText, starsText} from "./text.js";
import {placeWord} from "../../../lib/shop.js";

const kinds: Record<
  ScoreGrouping,
  {heading: string; single: string; many: string; fallback: string; about: string}
> = {
  state: {
    ...{heading: placeWord.title, single: placeWord.one, many: placeWord.many},
    ...{fallback: `Mean score by ${placeWord.one}`, about: `Customers’ ${placeWord.many}.`}
  },
  category: {
    ...{heading: "Category", single: "category", many: "categories", fallback: "Mean score by category"},
    about: "An order belongs to the category with the largest price; orders without lines have none."
  },
  seller: {
    ...{heading: "Seller", single: "seller", many: "sellers", fallback: "Mean score by seller"},
    about:
      "An order belongs to the seller with the largest price, named by the beginning of its id; orders without lines have none."
  }
};

const clear = 0.05;
const pText = (p: number | null) =>
  p !== null && p < 0.001 ? `under ${formatDecimal(0.001)}` : formatFine(p);

const dotOf = (row: RankedScore & {label: string}): GroupDot => ({
  label: row.label,
  value: row.mean,
  low: row.interval?.low ?? null,
  high: row.interval?.high ?? null,
  text: formatCount(row.reviews),
  about: `${row.label}\n${meanText(row)}\n${formatCount(row.reviews)} reviews, ${formatShare(row.lowShare)} with 1 or 2 stars\ndrawn to the mean of all: ${starsText(row.shrunken)}`
});

/** Groups by mean score, each with its interval; of many the lowest and the highest are drawn. */
export function scoreGroupsChart(
  view: ScoreView,
  by: ScoreGrouping,
  nameOf: (name: string) => string = String
): HTMLElement {
  const {groups, all, small, smallReviews} = scoreGroups(view, by);
  const {heading, single, many, fallback, about} = kinds[by];
  const label = by === "state" ? placeName : nameOf;
  const rows = groups.map((group) => ({...group, label: label(group.name)}));
  const [lowest, highest] = [rows[0], rows.at(-1)];
  const differing = groups.filter(({p}) => p !== null && p < clear).length;
  const tested = groups.filter(({p}) => p !== null).length;
  return chart({
    name: `scores-${by}`,
    title:
      lowest && highest && lowest !== highest
        ? `${lowest.label} gets ${starsText(lowest.mean)}, ${highest.label} ${starsText(highest.mean)}`
        : fallback,
    note: `Mean score with its 95 % interval (Student’s t); at the right the number of reviews. ${about} ${formatCount(differing)} of ${formatCount(tested)} ${many} differ from all other reviews (Welch’s test, p below ${formatDecimal(clear)} after Holm’s adjustment for ${formatCount(tested)} tests).${small > 0 ? ` Left out with fewer than ${formatCount(view.least)} reviews: ${counted(small, single, many)}, ${counted(smallReviews, "review", "reviews")} in all; the first and the last of many small groups are there by chance.` : ""} The table also has means drawn towards that of all groups (empirical Bayes).`,
    data: rows,
    counted: (shown) => `${formatCount(shown.reduce((sum, {reviews}) => sum + reviews, 0))} reviews`,
    empty: `None of the ${many} has ${formatCount(view.least)} reviews: ask for fewer, or widen the period.`,
    exported: ({label, reviews, mean, interval, shrunken, lowShare, p}) => ({
      ...{[by]: label, reviews, mean, from: interval?.low ?? null, to: interval?.high ?? null},
      ...{shrunken_mean: shrunken, low_share: lowShare, p_holm: p}
    }),
    columns: {
      label: {label: heading},
      reviews: {label: "Reviews"},
      mean: {label: "Mean", format: starsText},
      interval: {
        label: "95 % interval",
        format: (ends: RankedScore["interval"]) =>
          ends ? `${starsText(ends.low)} to ${starsText(ends.high)}` : "–"
      },
      shrunken: {label: "Drawn to all", format: starsText},
      lowShare: {label: "1 or 2 stars", format: (share: number) => formatShare(share)},
      p: {label: "p (Holm)", format: pText, align: "right"}
    },
    render: (shown, {width}) =>
      groupDots(extremes(shown.map(dotOf)), {
        ...{width, axis: "Mean score", format: (value) => starsText(value)},
        ...(all ? {level: {value: all.mean, label: `all ${starsText(all.mean)}`}} : {})
      })
  });
}
