import {diagonal, shareAxis} from "./shareAxes.js";
import * as Plot from "npm:@observablehq/plot";
import {formatCount, formatShare} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** How much of the value at stake the rows with the highest scores hold. */
export interface ValueGainRow {
  flagged: number;
  share: number;
  /** Share of the value of all rows sought that is reached. */
  value: number;
  /** Share of the rows sought that is reached. */
  rows: number;
}

/** Cumulative gain in value (solid) and in rows sought (thin), against contacts at random (dashed). */
export function valueGain(points: readonly ValueGainRow[], {width}: Size): Element {
  const stroke = color("accent");
  return Plot.plot({
    width,
    height: isNarrow({width}) ? 260 : 320,
    marginLeft: 52,
    marginRight: 20,
    x: shareAxis("Contacted, from the highest score"),
    y: shareAxis("Reached"),
    marks: [
      diagonal(),
      Plot.lineY(points, {x: "share", y: "rows", stroke: color("ink"), strokeWidth: 1}),
      Plot.lineY(points, {x: "share", y: "value", stroke, strokeWidth: 2.5}),
      Plot.tip(
        points,
        Plot.pointerX({
          x: "share",
          y: "value",
          fill: color("card"),
          title: ({flagged, share, value, rows}: ValueGainRow) =>
            `the first ${formatCount(flagged)} (${formatShare(share)})\nhold ${formatShare(value)} of the value\nand ${formatShare(rows)} of those sought`
        })
      )
    ]
  });
}
