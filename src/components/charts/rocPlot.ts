import {diagonal, percent, shareAxis} from "./shareAxes.js";
import * as Plot from "npm:@observablehq/plot";
import {color} from "../colors.js";
import type {Size} from "./size.js";

export interface RocRow {
  falsePositiveRate: number;
  truePositiveRate: number;
}

interface RocOptions extends Size {
  /** Where the chosen threshold stands on the curve. */
  chosen?: RocRow;
}

/** The ROC curve against the diagonal of a guess, with the chosen threshold as a point. */
export function rocPlot(rows: readonly RocRow[], {width, chosen}: RocOptions): Element {
  const at = {x: "falsePositiveRate", y: "truePositiveRate"} as const;
  const stroke = color("accent");
  return Plot.plot({
    width,
    height: Math.min(width, 360),
    marginLeft: 52,
    marginRight: 20,
    x: shareAxis("Punctual orders flagged"),
    y: shareAxis("Late orders caught"),
    marks: [
      diagonal(),
      Plot.areaY(rows, {...at, fill: stroke, fillOpacity: 0.12}),
      Plot.line(rows, {...at, stroke, strokeWidth: 2}),
      Plot.dot(chosen ? [chosen] : [], {...at, fill: color("bad"), r: 5}),
      Plot.text(chosen ? [chosen] : [], {
        ...at,
        text: (d: RocRow) => `${percent(d.truePositiveRate)} caught`,
        textAnchor: "start",
        dx: 10,
        dy: 8,
        fontWeight: 600,
        stroke: color("card"),
        strokeWidth: 4,
        fill: color("ink")
      })
    ]
  });
}
