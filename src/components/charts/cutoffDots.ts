import * as Plot from "npm:@observablehq/plot";
import {formatMonth} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";

/** A figure as of a cutoff, with its interval. */
export interface CutoffRow {
  cutoff: Date;
  value: number | null;
  low: number | null;
  high: number | null;
}

interface CutoffOptions extends Size {
  label: string;
  stroke: string;
  /** What needs no model; without it, the axis begins at 0. */
  base?: {value: number; text: string};
  format: (value: number) => string;
}

/** A figure over cutoffs: a line through its values, with intervals. */
export function cutoffDots(
  rows: readonly CutoffRow[],
  {width, label, stroke, base, format}: CutoffOptions
): Element {
  const shown = rows.filter(({value}) => drawable(value));
  const bounded = shown.filter(({low, high}) => drawable(low) && drawable(high));
  const ends = [...shown.flatMap(({value, low, high}) => [value, low, high]), base?.value ?? 0].filter(
    drawable
  );
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const pad = 0.12 * (most - least) || 0.05;
  const x = {x: "cutoff"} as const;
  return Plot.plot({
    width,
    height: 280,
    marginTop: 28,
    marginLeft: 52,
    marginRight: 34,
    marginBottom: 36,
    x: {
      type: "utc",
      label: null,
      ticks: isNarrow({width})
        ? shown.filter((_, i) => i % 2 === 0).map(({cutoff}) => cutoff)
        : shown.map(({cutoff}) => cutoff),
      tickFormat: formatMonth,
      insetLeft: 26,
      insetRight: 20
    },
    y: {label, grid: true, ticks: 5, tickFormat: format, domain: [base ? least - pad : 0, most + pad]},
    marks: [
      base
        ? Plot.ruleY([base.value], {stroke: color("muted"), strokeDasharray: "4,3"})
        : Plot.ruleY([0], {stroke: color("line")}),
      base
        ? Plot.text([base.value], {
            y: (value: number) => value,
            frameAnchor: "right",
            text: () => base.text,
            textAnchor: "end",
            dx: 30,
            dy: 9,
            fill: color("muted"),
            stroke: color("card"),
            strokeWidth: 4
          })
        : null,
      Plot.ruleX(bounded, {...x, y1: "low", y2: "high", stroke, strokeWidth: 2.5}),
      Plot.lineY(shown, {...x, y: "value", stroke, strokeWidth: 1.5, strokeOpacity: 0.6}),
      Plot.dot(shown, {...x, y: "value", fill: stroke, r: 5}),
      Plot.text(shown, {
        ...x,
        y: "value",
        text: ({value}: CutoffRow) => format(value ?? 0),
        textAnchor: "start",
        dx: 8,
        dy: -8,
        fontWeight: 600,
        fill: color("ink"),
        stroke: color("card"),
        strokeWidth: 4
      })
    ]
  });
}
