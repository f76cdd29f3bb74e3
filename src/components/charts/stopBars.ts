import * as Plot from "npm:@observablehq/plot";
import {formatCount} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** Tests that were stopped at one of several looks. */
export interface StopRow {
  from: number;
  to: number;
  tests: number;
}

/** Tests stopped, by the look of the stop. */
export function stopBars(bars: readonly StopRow[], {width, looks}: Size & {looks: number}): Element {
  return Plot.plot({
    width,
    height: isNarrow({width}) ? 220 : 260,
    marginLeft: 48,
    x: {label: "Look of the stop", tickFormat: formatCount, domain: [0.5, looks + 0.5]},
    y: {label: "Tests", grid: true, ticks: 4, tickFormat: formatCount},
    marks: [
      Plot.rectY(bars, {
        x1: ({from}: StopRow) => from - 0.5,
        x2: ({to}: StopRow) => to + 0.5,
        y: "tests",
        fill: color("red"),
        insetLeft: 0.5,
        insetRight: 0.5
      }),
      Plot.ruleY([0], {stroke: color("line")})
    ]
  });
}
