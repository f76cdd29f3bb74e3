import * as Plot from "npm:@observablehq/plot";
import {formatCount, formatMonth, formatShare} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";
import {fewestCases} from "./trendLine.js";

/** The late share of a month's orders. */
export interface RateRow {
  month: Date;
  rows: number;
  rate: number | null;
}

/** A stretch of time with its own rate. */
export interface Period {
  name: string;
  from: Date;
  to: Date;
  rate: number | null;
}

/** The late share by month, and as a level for the orders learnt from and for those held out. */
export function ratePeriods(
  rows: readonly RateRow[],
  {width, periods}: Size & {periods: readonly Period[]}
): Element {
  const points = rows.filter((row) => drawable(row.rate) && row.rows >= fewestCases);
  const levels = periods.filter(({rate}) => drawable(rate));
  const stroke = ({name}: Period) => color(name === periods[0]?.name ? "accent" : "bad");
  return Plot.plot({
    width,
    height: isNarrow({width}) ? 240 : 280,
    marginLeft: 48,
    marginRight: 20,
    marginTop: 26,
    x: {type: "utc", label: null},
    y: {
      label: "Share late",
      zero: true,
      grid: true,
      ticks: 5,
      tickFormat: (share: number) => formatShare(share, 0)
    },
    marks: [
      Plot.ruleX(periods.slice(1), {x: "from", stroke: color("muted"), strokeDasharray: "2,3"}),
      Plot.lineY(points, {x: "month", y: "rate", stroke: color("muted"), strokeWidth: 1.5}),
      Plot.dot(points, {x: "month", y: "rate", fill: color("muted"), r: 2.5}),
      Plot.ruleY(levels, {x1: "from", x2: "to", y: "rate", stroke, strokeWidth: 3}),
      ...levels.map((level, index) =>
        Plot.text([level], {
          x: index === 0 ? "from" : "to",
          y: "rate",
          text: ({name, rate}: Period) => `${name}: ${formatShare(rate)}`,
          textAnchor: index === 0 ? "start" : "end",
          lineAnchor: "bottom",
          dx: index === 0 ? 4 : 0,
          dy: -6,
          fontWeight: 600,
          stroke: color("card"),
          strokeWidth: 4,
          fill: stroke
        })
      ),
      Plot.tip(
        points,
        Plot.pointerX({
          x: "month",
          y: "rate",
          fill: color("card"),
          title: (row: RateRow) =>
            `${formatMonth(row.month)}\n${formatShare(row.rate)} late\nof ${formatCount(row.rows)} orders`
        })
      )
    ]
  });
}
