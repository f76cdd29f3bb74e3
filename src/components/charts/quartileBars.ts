import * as Plot from "npm:@observablehq/plot";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {drawable} from "./size.js";

/** How values of a group spread. */
export interface Quartiles {
  /** Unique among the rows. */
  label: string;
  quarter: number;
  median: number;
  threeQuarters: number;
  ninety: number;
  /** What stands at the end of the row. */
  text: string;
  /** For the tip. */
  about: string;
}

/** Labels go above their rows only where there is no room beside them: half a wide page has it. */
const narrowest = 400;

interface QuartileOptions extends Size {
  /** What the axis counts. */
  axis: string;
  format: (value: number) => string;
}

/** For each group a bar over the middle half, a line up to where nine in ten lie, and what is said of it at its end. */
export function quartileBars(rows: readonly Quartiles[], {width, axis, format}: QuartileOptions): Element {
  const shown = rows.filter(({median}) => drawable(median));
  const narrow = width < narrowest;
  const rowHeight = narrow ? 46 : 32;
  const longest = shown.reduce((most, {label}) => Math.max(most, label.length), 0);
  const most = shown.reduce((highest, {ninety}) => Math.max(highest, ninety), 0) || 1;
  const y = {y: "label"} as const;
  const down = narrow ? 8 : 0;
  const bar = {insetTop: rowHeight / 2 + down - 6, insetBottom: rowHeight / 2 - down - 6};
  return Plot.plot({
    width,
    height: shown.length * rowHeight + 52,
    marginTop: 4,
    marginBottom: 44,
    marginLeft: narrow ? 4 : Math.min(220, longest * 6.6 + 12),
    marginRight: shown.reduce((length, {text}) => Math.max(length, text.length), 0) * 6.2 + 12,
    x: {
      label: axis,
      labelAnchor: "center",
      labelArrow: "none",
      domain: [0, most * 1.04],
      ticks: narrow ? 4 : 6,
      tickFormat: format,
      grid: true
    },
    y: {axis: null, domain: shown.map(({label}) => label), padding: 0},
    marks: [
      Plot.ruleY(shown, {
        ...y,
        x1: "threeQuarters",
        x2: "ninety",
        dy: down,
        stroke: color("accent"),
        strokeWidth: 1.5
      }),
      Plot.barX(shown, {
        ...y,
        x1: "quarter",
        x2: "threeQuarters",
        ...bar,
        fill: color("accent"),
        fillOpacity: 0.4
      }),
      Plot.tickX(shown, {...y, x: "median", ...bar, stroke: color("ink"), strokeWidth: 2.5}),
      Plot.text(shown, {
        ...y,
        x: "ninety",
        dy: down,
        text: "text",
        textAnchor: "start",
        dx: 6,
        fontSize: 11.5,
        stroke: color("card"),
        strokeWidth: 4,
        fill: color("ink")
      }),
      Plot.text(shown, {
        ...y,
        frameAnchor: "left",
        text: "label",
        textAnchor: narrow ? "start" : "end",
        dx: narrow ? 0 : -8,
        dy: narrow ? -14 : down,
        fontSize: 12,
        stroke: color("card"),
        strokeWidth: 4,
        fill: color("ink")
      }),
      Plot.tip(
        shown,
        Plot.pointerY({...y, x: "median", fill: color("card"), title: ({about}: Quartiles) => about})
      )
    ]
  });
}
