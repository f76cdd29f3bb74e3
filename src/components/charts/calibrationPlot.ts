import * as Plot from "npm:@observablehq/plot";
import {formatCount, formatShare} from "../../lib/format.js";
import {color, familyColor} from "../colors.js";
import type {OfModel} from "./modelLegend.js";
import {modelLegend} from "./modelLegend.js";
import type {Size} from "./size.js";

export interface CalibrationRow extends Partial<OfModel> {
  rows: number;
  predicted: number;
  observed: number;
}

/** How the plot speaks of its rows. */
export interface CalibrationWords {
  /** Of the horizontal axis. */
  predicted: string;
  /** Of the vertical axis. */
  observed: string;
  /** What the share observed did: "came late". */
  did: string;
  rows: string;
}

interface CalibrationOptions extends Size {
  words?: CalibrationWords;
}

const lateOrders: CalibrationWords = {
  predicted: "Risk that the model gives",
  observed: "Share that came late",
  did: "came late",
  rows: "orders"
};

/**
 * Predicted against observed share, a point per tenth of the rows; on the diagonal both are equal. Rows of several
 * models give a line each.
 */
export function calibrationPlot(
  rows: readonly CalibrationRow[],
  {width, words = lateOrders}: CalibrationOptions
): Element {
  const at = {x: "predicted", y: "observed"} as const;
  const most = rows.reduce((high, {predicted, observed}) => Math.max(high, predicted, observed), 0.01) * 1.05;
  const axis = {
    domain: [0, most],
    ticks: 5,
    tickFormat: (share: number) => formatShare(share, most < 0.1 ? 1 : 0),
    grid: true
  };
  const models = rows.flatMap(({model, family}) => (model && family ? [{model, family}] : []));
  const stroke = models.length ? (row: CalibrationRow) => familyColor(row.family) : color("accent");
  return Plot.plot({
    width,
    height: Math.min(width, 360),
    marginLeft: 52,
    marginRight: 20,
    x: {...axis, label: words.predicted},
    y: {...axis, label: words.observed},
    marks: [
      Plot.line(
        [
          [0, 0],
          [most, most]
        ],
        {stroke: color("muted"), strokeDasharray: "4,3"}
      ),
      Plot.line(rows, {...at, stroke, strokeOpacity: 0.5, ...(models.length ? {z: "model"} : {})}),
      Plot.dot(rows, {...at, fill: stroke, r: models.length ? 3 : 4}),
      ...modelLegend(models, "bottom-right"),
      Plot.tip(
        rows,
        Plot.pointer({
          ...at,
          fill: color("card"),
          title: (d: CalibrationRow) =>
            `${d.model ? `${d.model}\n` : ""}${formatShare(d.predicted)} predicted\n${formatShare(d.observed)} ${words.did}\nof ${formatCount(d.rows)} ${words.rows}`
        })
      )
    ]
  });
}
