import * as Plot from "npm:@observablehq/plot";
import {formatCount, formatNumber} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** The z that a look must reach. */
export interface BoundaryRow {
  look: number;
  z: number;
}

interface BoundaryOptions extends Size {
  looks: number;
  /** Whether it may be reached upwards and downwards. */
  two: boolean;
  /** The z of a single look, to be compared with. */
  usual?: number;
}

/** The boundary of z by look, with that of a single look dashed. */
export function boundaryLines(
  points: readonly BoundaryRow[],
  {width, looks, two, usual}: BoundaryOptions
): Element {
  const sides = two ? [1, -1] : [1];
  const every = Math.ceil(looks / (isNarrow({width}) ? 7 : 20));
  const marked = Array.from({length: looks}, (_, i) => i + 1).filter((look) => look % every === 0);
  return Plot.plot({
    width,
    height: isNarrow({width}) ? 260 : 300,
    marginLeft: 44,
    marginRight: 30,
    x: {label: "Look", domain: [0.5, looks + 0.5], ticks: marked, tickFormat: formatCount},
    y: {
      label: "z",
      grid: true,
      ticks: 6,
      tickFormat: (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : 1)
    },
    marks: [
      Plot.ruleY([0], {stroke: color("line")}),
      usual !== undefined
        ? Plot.ruleY(
            sides.map((side) => side * usual),
            {stroke: color("muted"), strokeDasharray: "5,4"}
          )
        : null,
      ...sides.flatMap((side) => [
        Plot.lineY(points, {
          x: "look",
          y: ({z}: BoundaryRow) => side * z,
          stroke: color("indigo"),
          strokeWidth: 2
        }),
        Plot.dot(points, {x: "look", y: ({z}: BoundaryRow) => side * z, fill: color("indigo"), r: 3.5})
      ]),
      Plot.text(points, {
        x: "look",
        y: "z",
        text: ({z}: BoundaryRow) => formatNumber(z, 2),
        dy: -11,
        fontSize: 12,
        stroke: color("card"),
        strokeWidth: 4,
        fill: color("ink"),
        filter: (_: unknown, i: number) =>
          points.length <= 8 || i % Math.ceil(points.length / 6) === 0 || i + 1 === points.length
      })
    ]
  });
}
