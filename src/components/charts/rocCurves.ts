import {diagonal, shareAxis} from "./shareAxes.js";
import * as Plot from "npm:@observablehq/plot";
import {formatShare} from "../../lib/format.js";
import {color, familyColor} from "../colors.js";
import type {OfModel} from "./modelLegend.js";
import {modelLegend} from "./modelLegend.js";
import type {Size} from "./size.js";
import {drawable} from "./size.js";

/** A point of a model's ROC curve. */
export interface RocCurveRow extends OfModel {
  falsePositiveRate: number;
  truePositiveRate: number;
}

interface RocCurvesOptions extends Size {
  /** Of the horizontal axis: what share of those not looked for is flagged. */
  flagged: string;
  /** Of the vertical axis: what share of those looked for is found. */
  found: string;
}

/** ROC curves, a line for each model, against the diagonal of a guess. */
export function rocCurves(rows: readonly RocCurveRow[], {width, flagged, found}: RocCurvesOptions): Element {
  const points = rows.filter((row) => drawable(row.falsePositiveRate) && drawable(row.truePositiveRate));
  const at = {x: "falsePositiveRate", y: "truePositiveRate"} as const;
  return Plot.plot({
    width,
    height: Math.min(width, 360),
    marginLeft: 52,
    marginBottom: 40,
    marginRight: 20,
    x: shareAxis(flagged),
    y: shareAxis(found),
    marks: [
      diagonal(),
      Plot.line(points, {
        ...at,
        z: "model",
        stroke: ({family}: RocCurveRow) => familyColor(family),
        strokeWidth: 2
      }),
      ...modelLegend(points, "bottom-right"),
      Plot.tip(
        points,
        Plot.pointer({
          ...at,
          fill: color("card"),
          title: ({model, falsePositiveRate, truePositiveRate}: RocCurveRow) =>
            `${model}\n${formatShare(truePositiveRate)} found\nfor ${formatShare(falsePositiveRate)} of the others flagged`
        })
      )
    ]
  });
}
