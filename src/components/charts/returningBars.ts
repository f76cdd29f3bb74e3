import * as Plot from "npm:@observablehq/plot";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** A part of a period's bar. */
export interface BarPart {
  date: Date;
  part: "First-time" | "Returning";
  value: number;
  about: string;
}

export const partColors = {"First-time": "accent", Returning: "orange"} as const;

/** Stacked bars of first-time and returning customers by period. */
export function returningBars(
  rows: readonly BarPart[],
  {
    width,
    label,
    format,
    interval
  }: Size & {label: string; format: (value: number) => string; interval: "month" | "week"}
): Element {
  return Plot.plot({
    width,
    height: isNarrow({width}) ? 230 : 270,
    marginLeft: 56,
    marginTop: 28,
    x: {type: "utc", label: null},
    y: {label, grid: true, ticks: 5, tickFormat: format},
    marks: [
      Plot.rectY(rows, {
        x: "date",
        y: "value",
        interval,
        fill: ({part}: BarPart) => color(partColors[part]),
        insetLeft: 0.5,
        insetRight: 0.5,
        order: "part",
        reverse: true
      }),
      Plot.ruleY([0], {stroke: color("line")}),
      Plot.tip(
        rows,
        Plot.pointerX(
          Plot.stackY({
            x: "date",
            y: "value",
            fill: color("card"),
            title: ({about}: BarPart) => about
          })
        )
      )
    ]
  });
}
