import {percent, shareAxis} from "./shareAxes.js";
import * as Plot from "npm:@observablehq/plot";
import {formatShare} from "../../lib/format.js";
import {color, familyColor} from "../colors.js";
import type {OfModel} from "./modelLegend.js";
import {modelLegend} from "./modelLegend.js";
import type {Size} from "./size.js";
import {drawable} from "./size.js";

/** A point of a model's precision-recall curve. */
export interface PrRow extends OfModel {
  recall: number;
  precision: number | null;
}

interface PrOptions extends Size {
  /** Share of positive rows: the precision of a guess. */
  base: number | null;
}

/** Precision against recall, a line for each model, with the precision of a guess as a dashed line. */
export function prCurve(rows: readonly PrRow[], {width, base}: PrOptions): Element {
  const points = rows.filter(({recall, precision}) => drawable(recall) && drawable(precision));
  const most = points.reduce((high, {precision}) => Math.max(high, precision ?? 0), base ?? 0) || 1;
  const at = {x: "recall", y: "precision"} as const;
  const top = Math.min(1, 1.1 * most);
  const label = most < 0.1 ? (share: number) => formatShare(share, 1) : percent;
  return Plot.plot({
    width,
    height: Math.min(width, 360),
    marginLeft: 52,
    marginBottom: 40,
    marginRight: 20,
    x: shareAxis("Positives found (recall)"),
    y: {
      label: "Right among those flagged (precision)",
      domain: [0, top],
      ticks: 5,
      tickFormat: label,
      grid: true
    },
    marks: [
      drawable(base) ? Plot.ruleY([base], {stroke: color("muted"), strokeDasharray: "4,3"}) : null,
      drawable(base)
        ? Plot.text([base], {
            y: (rate: number) => rate,
            frameAnchor: "left",
            text: (rate: number) => `guess: ${formatShare(rate)}`,
            textAnchor: "start",
            dx: 6,
            dy: -8,
            stroke: color("card"),
            strokeWidth: 4,
            fill: color("muted")
          })
        : null,
      Plot.line(points, {
        ...at,
        z: "model",
        stroke: ({family}: PrRow) => familyColor(family),
        strokeWidth: 2
      }),
      ...modelLegend(points, "top-right"),
      Plot.tip(
        points,
        Plot.pointer({
          ...at,
          fill: color("card"),
          title: ({model, recall, precision}: PrRow) =>
            `${model}\n${formatShare(recall)} of the positives found\n${formatShare(precision)} of those flagged are right`
        })
      )
    ]
  });
}
