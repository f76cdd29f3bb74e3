import * as Plot from "npm:@observablehq/plot";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";

/** An estimate at a date, with its interval. */
export interface IntervalDot {
  date: Date;
  value: number | null;
  low: number | null;
  high: number | null;
  about: string;
}

/** Estimates over time with their intervals, and a level that they are compared with. */
export function intervalDots(
  rows: readonly IntervalDot[],
  {
    width,
    label,
    format,
    level
  }: Size & {label: string; format: (value: number) => string; level: {value: number; label: string} | null}
): Element {
  const points = rows.filter(({value}) => drawable(value));
  const at = {x: "date", y: "value"} as const;
  const narrow = isNarrow({width});
  return Plot.plot({
    width,
    height: narrow ? 230 : 270,
    marginLeft: 56,
    marginRight: level && !narrow ? 16 + 6 * level.label.length : 20,
    marginTop: 28,
    x: {type: "utc", label: null},
    y: {label, tickFormat: format, grid: true, ticks: 5, zero: true},
    marks: [
      level ? Plot.ruleY([level.value], {stroke: color("muted"), strokeDasharray: "4 3"}) : null,
      level
        ? Plot.text([level], {
            y: "value",
            frameAnchor: "right",
            ...(narrow ? {dy: -7, textAnchor: "end"} : {dx: 6, textAnchor: "start"}),
            text: "label",
            fill: color("muted"),
            stroke: color("card"),
            strokeWidth: 3
          })
        : null,
      Plot.ruleX(points, {
        x: "date",
        y1: "low",
        y2: "high",
        stroke: color("accent"),
        strokeOpacity: 0.5,
        strokeWidth: 2
      }),
      Plot.dot(points, {...at, fill: color("accent"), r: 3}),
      Plot.tip(points, Plot.pointerX({...at, fill: color("card"), title: ({about}: IntervalDot) => about}))
    ]
  });
}
