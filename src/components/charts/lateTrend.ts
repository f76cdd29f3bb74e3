import {formatShare} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {trendLine} from "./trendLine.js";

/** A month: the share of its delivered orders that came late, and how many were delivered with a date. */
export interface LatePoint {
  date: Date;
  lateShare: number | null;
  dated: number;
}

/** The share of orders that came after the promised day, by month of purchase. */
export const lateTrend = (rows: readonly LatePoint[], {width}: Size): Element =>
  trendLine(
    rows.map(({date, lateShare, dated}) => ({date, value: lateShare, cases: dated})),
    {
      width,
      label: "Share delivered late",
      format: (share) => formatShare(share),
      cases: "delivered orders",
      stroke: color("bad")
    }
  );
