import * as Plot from "npm:@observablehq/plot";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** A point of one of several densities over the same axis. */
export interface DensityRow {
  arm: string;
  value: number;
  density: number;
  /** Whether it is filled. */
  inside: boolean;
}

interface DensitiesOptions extends Size {
  /** Of the horizontal axis. */
  label: string;
  format: (value: number) => string;
  stroke: (arm: string) => string;
  /** A value to mark: no effect. */
  zero?: number;
}

/** Densities as lines, each filled over its credible interval and named at its peak. */
export function densities(
  rows: readonly DensityRow[],
  {width, label, format, stroke, zero}: DensitiesOptions
): Element {
  const arms = [...new Set(rows.map(({arm}) => arm))];
  const peaks = arms.flatMap((arm) => {
    const own = rows.filter((row) => row.arm === arm);
    return own
      .slice(0, 1)
      .map((first) => own.reduce((top, row) => (row.density > top.density ? row : top), first));
  });
  const at = {x: "value", y: "density"} as const;
  return Plot.plot({
    width,
    height: isNarrow({width}) ? 240 : 280,
    marginLeft: 16,
    marginRight: 24,
    marginTop: 36,
    x: {label, tickFormat: format, ticks: isNarrow({width}) ? 4 : 7},
    y: {axis: null, zero: true},
    marks: [
      ...arms.map((arm) =>
        Plot.areaY(
          rows.filter((row) => row.arm === arm && row.inside),
          {...at, fill: stroke(arm), fillOpacity: 0.18}
        )
      ),
      ...(zero === undefined ? [] : [Plot.ruleX([zero], {stroke: color("muted"), strokeDasharray: "4,3"})]),
      Plot.lineY(rows, {...at, z: "arm", stroke: (row: DensityRow) => stroke(row.arm), strokeWidth: 2}),
      Plot.ruleY([0], {stroke: color("line")}),
      Plot.text(peaks, {
        ...at,
        text: "arm",
        dy: -10,
        fontWeight: 600,
        lineWidth: 12,
        textOverflow: "ellipsis",
        stroke: color("card"),
        strokeWidth: 4,
        fill: (row: DensityRow) => stroke(row.arm)
      }),
      Plot.tip(
        rows,
        Plot.pointerX({
          ...at,
          fill: color("card"),
          title: (row: DensityRow) =>
            `${row.arm}\n${format(row.value)}\n${row.inside ? "in" : "outside"} the credible interval`
        })
      )
    ]
  });
}
