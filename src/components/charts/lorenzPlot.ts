import {percent, shareAxis} from "./shareAxes.js";
import * as Plot from "npm:@observablehq/plot";
import {formatShare} from "../../lib/format.js";
import type {LorenzPoint} from "../../lib/inequality/lorenz.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";

/** The Lorenz curve with the line of equality, and the share of the top marked on it. */
export function lorenzPlot(
  rows: readonly LorenzPoint[],
  {width, top, share}: Size & {top: number; share: number}
): Element {
  const at = {x: "people", y: "held"} as const;
  const mark = [{people: 1 - top, held: 1 - share}];
  const size = Math.min(width, 440);
  return Plot.plot({
    width: size,
    height: size,
    marginLeft: 52,
    marginBottom: 40,
    marginTop: 28,
    x: shareAxis("Customers, from lowest to highest revenue"),
    y: shareAxis("Share of revenue"),
    marks: [
      Plot.line(
        [
          [0, 0],
          [1, 1]
        ],
        {stroke: color("muted"), strokeDasharray: "4 3"}
      ),
      Plot.areaY(rows, {...at, fill: color("accent"), fillOpacity: 0.14}),
      Plot.line(rows, {...at, stroke: color("accent"), strokeWidth: 2}),
      Plot.dot(mark, {...at, fill: color("accent"), r: 5}),
      Plot.text(mark, {
        ...at,
        text: () => `The top ${percent(top)} account for ${formatShare(share)}`,
        textAnchor: "end",
        dx: -10,
        dy: -6,
        fontWeight: 600,
        fill: color("ink"),
        stroke: color("card"),
        strokeWidth: 4
      }),
      Plot.tip(
        rows,
        Plot.pointerX({
          ...at,
          fill: color("card"),
          title: ({people, held}: LorenzPoint) =>
            `The ${formatShare(people)} with the lowest revenue\naccount for ${formatShare(held)}`
        })
      )
    ]
  });
}
