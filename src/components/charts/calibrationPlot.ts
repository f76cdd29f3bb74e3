import * as Plot from "npm:@observablehq/plot";
import {formatCount, formatShare} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";

export interface CalibrationRow {
  rows: number;
  predicted: number;
  observed: number;
}

/** Predicted against observed share of late orders, a point per tenth of the orders; on the diagonal both are equal. */
export function calibrationPlot(rows: readonly CalibrationRow[], {width}: Size): Element {
  const at = {x: "predicted", y: "observed"} as const;
  const most = rows.reduce((high, {predicted, observed}) => Math.max(high, predicted, observed), 0.01) * 1.05;
  const axis = {
    domain: [0, most],
    ticks: 5,
    tickFormat: (share: number) => formatShare(share, 0),
    grid: true
  };
  const stroke = color("accent");
  return Plot.plot({
    width,
    height: Math.min(width, 360),
    marginLeft: 52,
    marginRight: 20,
    x: {...axis, label: "Risk that the model gives"},
    y: {...axis, label: "Share that came late"},
    marks: [
      Plot.line(
        [
          [0, 0],
          [most, most]
        ],
        {stroke: color("muted"), strokeDasharray: "4,3"}
      ),
      Plot.line(rows, {...at, stroke, strokeOpacity: 0.5}),
      Plot.dot(rows, {...at, fill: stroke, r: 4}),
      Plot.tip(
        rows,
        Plot.pointer({
          ...at,
          fill: color("card"),
          title: (d: CalibrationRow) =>
            `${formatShare(d.predicted)} foretold\n${formatShare(d.observed)} came late\nof ${formatCount(d.rows)} orders`
        })
      )
    ]
  });
}
