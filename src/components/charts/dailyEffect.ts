import * as Plot from "npm:@observablehq/plot";
import type {Daily} from "../../lib/experiments/read/daily.js";
import {formatCount, formatDay} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** An effect by the end of each day with its interval, cut where the first days are wider than all the later ones. */
export function dailyEffect(
  rows: readonly (Daily & {date: Date})[],
  {width, format}: Size & {format: (value: number) => string}
): Element {
  const late = rows.slice(Math.min(2, Math.max(0, rows.length - 3)));
  const ends = [
    0,
    ...late.flatMap(({difference, low, high}) => [difference, low ?? difference, high ?? difference])
  ];
  const at = {x: "date", y: "difference"} as const;
  const domain: [number, number] = [Math.min(...ends), Math.max(...ends)];
  return Plot.plot({
    width,
    height: 260,
    marginLeft: 62,
    marginRight: 20,
    x: {type: "utc", label: null, ticks: isNarrow({width}) ? 3 : 7},
    y: {label: null, tickFormat: format, grid: true, domain, clamp: true, ticks: 5},
    marks: [
      Plot.areaY(rows, {
        x: "date",
        y1: ({low}: Daily) => low ?? domain[0],
        y2: ({high}: Daily) => high ?? domain[1],
        fill: color("accent"),
        fillOpacity: 0.18
      }),
      Plot.ruleY([0], {stroke: color("muted"), strokeDasharray: "4,3"}),
      Plot.lineY(rows, {...at, stroke: color("accent"), strokeWidth: 2}),
      Plot.dot(rows, {...at, fill: color("accent"), r: 2.5}),
      Plot.tip(
        rows,
        Plot.pointerX({
          ...at,
          fill: color("card"),
          title: (row: Daily & {date: Date}) =>
            `${formatDay(row.date)}\n${format(row.difference)}\n${formatCount(row.users)} users`
        })
      )
    ]
  });
}
