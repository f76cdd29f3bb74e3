import * as Plot from "npm:@observablehq/plot";
import type {Grain} from "../../lib/dashboard/trend.js";
import {bucketStart} from "../../lib/dashboard/trend.js";
import {formatBrlShort, formatBrlWhole, formatCount, formatDay, formatMonth} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";

/** A bucket of time; money in cents. */
export interface RevenuePoint {
  date: Date;
  revenue_cents: number;
  orders: number;
}

export const blackFriday = new Date("2017-11-24T00:00:00Z");

const nextBucket = (date: Date, grain: Grain): Date => {
  const next = new Date(date);
  if (grain === "month") next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCDate(next.getUTCDate() + (grain === "week" ? 7 : 1));
  return next;
};

/** The points with a zero for every bucket between them in which nothing was bought. */
function withQuietBuckets(points: readonly RevenuePoint[], grain: Grain): RevenuePoint[] {
  const filled: RevenuePoint[] = [];
  for (const point of points) {
    const last = filled.at(-1);
    if (last)
      for (let date = nextBucket(last.date, grain); date < point.date; date = nextBucket(date, grain))
        filled.push({date, revenue_cents: 0, orders: 0});
    filled.push(point);
  }
  return filled;
}

const bucketName: Record<Grain, (date: Date) => string> = {
  day: formatDay,
  week: (date) => `Week of ${formatDay(date)}`,
  month: formatMonth
};

/**
 * Revenue over time, with Black Friday 2017 marked where it falls into the period.
 * @param rows one row a bucket, oldest first; buckets without a sale may be left out
 * @param size width in pixels, and how long a bucket is
 */
export function revenueTrend(rows: readonly RevenuePoint[], {width, grain}: Size & {grain: Grain}): Element {
  const points = withQuietBuckets(
    rows.filter(({date, revenue_cents}) => drawable(+date) && drawable(revenue_cents)),
    grain
  );
  const marked = points.filter(({date}) => +date === +bucketStart(blackFriday, grain));
  const first = points[0]?.date;
  const late =
    first !== undefined &&
    marked.some(({date}) => +date - +first > (+points[points.length - 1].date - +first) / 2);
  const line = {
    x: "date",
    y: "revenue_cents",
    stroke: color("accent"),
    strokeWidth: points.length > 200 ? 1.1 : 1.75
  } as const;
  return Plot.plot({
    width,
    height: isNarrow({width}) ? 240 : 300,
    marginLeft: 66,
    marginTop: 28,
    x: {type: "utc", label: null},
    y: {
      label: `Revenue per ${grain}`,
      tickFormat: (cents: number) => formatBrlShort(cents),
      grid: true,
      ticks: 5,
      zero: true
    },
    marks: [
      Plot.ruleY([0], {stroke: color("line")}),
      Plot.areaY(points, {x: "date", y: "revenue_cents", fill: color("accent"), fillOpacity: 0.12}),
      Plot.lineY(points, line),
      grain === "month"
        ? Plot.dot(points, {x: "date", y: "revenue_cents", fill: color("accent"), r: 2.5})
        : null,
      Plot.dot(marked, {
        x: "date",
        y: "revenue_cents",
        stroke: color("bad"),
        strokeWidth: 2,
        fill: color("card"),
        r: 4.5
      }),
      Plot.text(marked, {
        x: "date",
        y: "revenue_cents",
        text: () => `Black Friday, ${formatDay(blackFriday)}`,
        textAnchor: late ? "end" : "start",
        dx: late ? -9 : 9,
        dy: -8,
        fill: color("bad"),
        fontWeight: 600,
        stroke: color("card"),
        strokeWidth: 4
      }),
      Plot.tip(
        points,
        Plot.pointerX({
          x: "date",
          y: "revenue_cents",
          fill: color("card"),
          title: ({date, revenue_cents, orders}: RevenuePoint) =>
            `${bucketName[grain](date)}\n${formatBrlWhole(revenue_cents)}\n${formatCount(orders)} orders`
        })
      )
    ]
  });
}
