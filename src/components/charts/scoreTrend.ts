import {formatNumber} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {trendLine} from "./trendLine.js";

/** A month: the mean score of its orders' reviews, 1 to 5, and how many reviews there are. */
export interface ScorePoint {
  date: Date;
  reviewScore: number | null;
  reviews: number;
}

/** The mean review score by month of purchase, on the whole scale from 1 to 5. */
export const scoreTrend = (rows: readonly ScorePoint[], {width}: Size): Element =>
  trendLine(
    rows.map(({date, reviewScore, reviews}) => ({date, value: reviewScore, cases: reviews})),
    {
      width,
      label: "Mean review score, 1 to 5",
      format: (score) => formatNumber(score, 2),
      cases: "reviews",
      stroke: color("accent"),
      domain: [1, 5]
    }
  );
