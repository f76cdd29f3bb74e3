import * as Plot from "npm:@observablehq/plot";
import type {Grain} from "../../lib/dashboard/trend.js";
import {bucketStart} from "../../lib/dashboard/trend.js";
import {blackFridays} from "../../lib/dashboard/blackFriday.js";
import {formatMoneyShort, formatMoneyWhole, formatCount, formatDay, formatMonth} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";

/** A bucket of time; money in cents. */
export interface RevenuePoint {
  date: Date;
  revenue_cents: number;
  orders: number;
}

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

/** A bucket with a Black Friday, and where its name stands. */
interface Marked extends RevenuePoint {
  friday: Date;
  anchor: "start" | "middle" | "end";
}

/** The buckets in which something was bought on or around a Black Friday. */
function markedPoints(rows: readonly RevenuePoint[], grain: Grain): Marked[] {
  const [first, last] = [rows.at(0)?.date, rows.at(-1)?.date];
  if (!first || !last) return [];
  const byDate = new Map(rows.map((row) => [+row.date, row]));
  const fridays = blackFridays(first, new Date(+nextBucket(last, grain) - 1));
  const place = (date: Date) => (+date - +first) / (+last - +first || 1);
  const found = fridays.flatMap((friday) => {
    const row = byDate.get(+bucketStart(friday, grain));
    return row && row.revenue_cents > 0 ? [{...row, friday, place: place(row.date)}] : [];
  });
  return found.map(({place, ...row}): Marked => {
    const aside = found.length === 1 ? 0.5 : 0.15;
    return {...row, anchor: place > 1 - aside ? "end" : place <= aside ? "start" : "middle"};
  });
}

/** How a Black Friday is called among so many that share the width. */
const fridayName = (friday: Date, count: number, width: number): string => {
  if (count === 1) return `Black Friday, ${formatDay(friday)}`;
  return width / count < 100 ? String(friday.getUTCFullYear()) : `Black Friday\n${formatDay(friday)}`;
};

/**
 * Revenue over time, with the Black Friday of every year marked on which something was bought.
 * @param rows one row a bucket, oldest first; buckets without a sale may be left out
 * @param size width in pixels, and how long a bucket is
 */
export function revenueTrend(rows: readonly RevenuePoint[], {width, grain}: Size & {grain: Grain}): Element {
  const known = rows.filter(({date, revenue_cents}) => drawable(+date) && drawable(revenue_cents));
  const points = withQuietBuckets(known, grain);
  const marked = markedPoints(known, grain);
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
      tickFormat: (cents: number) => formatMoneyShort(cents),
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
      ...marked.map(({friday, anchor, ...point}) =>
        Plot.text([point], {
          x: "date",
          y: "revenue_cents",
          text: () => fridayName(friday, marked.length, width),
          textAnchor: anchor,
          lineAnchor: anchor === "middle" ? "bottom" : "middle",
          dx: {start: 9, middle: 0, end: -9}[anchor],
          dy: -8,
          fill: color("bad"),
          fontWeight: 600,
          stroke: color("card"),
          strokeWidth: 4
        })
      ),
      Plot.tip(
        points,
        Plot.pointerX({
          x: "date",
          y: "revenue_cents",
          fill: color("card"),
          title: ({date, revenue_cents, orders}: RevenuePoint) =>
            `${bucketName[grain](date)}\n${formatMoneyWhole(revenue_cents)}\n${formatCount(orders)} orders`
        })
      )
    ]
  });
}
