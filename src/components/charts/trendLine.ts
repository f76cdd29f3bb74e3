import * as Plot from "npm:@observablehq/plot";
import {formatCount, formatMonth} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";

/** Buckets that rest on fewer cases than this are left out of a line of shares or means: they jump about. */
export const fewestCases = 30;

/** A share or mean of a bucket of time and how many cases it rests on. */
export interface TrendLinePoint {
  date: Date;
  value: number | null;
  cases: number;
}

interface TrendLineOptions extends Size {
  label: string;
  format: (value: number) => string;
  /** What a case is, in the plural. */
  cases: string;
  stroke: string;
  domain?: [number, number];
}

/** A line of a share or a mean over time with its last point labelled; leaves out what rests on too few cases. */
export function trendLine(rows: readonly TrendLinePoint[], options: TrendLineOptions): Element {
  const {width, label, format, cases, stroke, domain} = options;
  const points = rows.filter((row) => drawable(+row.date) && drawable(row.value) && row.cases >= fewestCases);
  const at = {x: "date", y: "value"} as const;
  const lowest = points.reduce((low, {value}) => Math.min(low, value ?? low), Infinity);
  const highest = points.reduce((high, {value}) => Math.max(high, value ?? high), -Infinity);
  const last = points.slice(-1);
  const extreme = (value: number) => points.filter((point) => point.value === value && point !== last[0]);
  const labelled = (
    some: readonly TrendLinePoint[],
    place: {dx?: number; dy?: number; textAnchor?: "start"}
  ) =>
    Plot.text(some, {
      ...at,
      text: ({value}: TrendLinePoint) => format(value ?? 0),
      ...place,
      fontWeight: 600,
      stroke: color("card"),
      strokeWidth: 4,
      fill: color("ink")
    });
  return Plot.plot({
    width,
    height: isNarrow({width}) ? 220 : 260,
    marginLeft: 48,
    marginRight: 44,
    marginTop: 28,
    x: {type: "utc", label: null},
    y: {
      label,
      tickFormat: (value: number) => format(value),
      grid: true,
      ticks: 5,
      ...(domain ? {domain} : {zero: true})
    },
    marks: [
      Plot.lineY(points, {...at, stroke, strokeWidth: 1.75}),
      Plot.dot(points, {...at, fill: stroke, r: 2.5}),
      labelled(extreme(highest), {dy: -11}),
      domain ? labelled(extreme(lowest), {dy: 12}) : null,
      labelled(last, {dx: 7, textAnchor: "start"}),
      Plot.tip(
        points,
        Plot.pointerX({
          ...at,
          fill: color("card"),
          title: (row: TrendLinePoint) =>
            `${formatMonth(row.date)}\n${format(row.value ?? 0)}\nof ${formatCount(row.cases)} ${cases}`
        })
      )
    ]
  });
}
