import * as Plot from "npm:@observablehq/plot";
import {color, familyColor} from "../colors.js";

/** Which model a row of a chart belongs to; its colour is the family's. */
export interface OfModel {
  model: string;
  family: string;
}

/** The models of rows, in order of appearance. */
const modelsOf = (rows: readonly OfModel[]): OfModel[] => [
  ...new Map(rows.map(({model, family}) => [model, {model, family}])).values()
];

/** The models' names one below the other in a corner that the curves leave free, each in its colour. */
export const modelLegend = (
  rows: readonly OfModel[],
  corner: "top-right" | "bottom-right"
): Plot.Markish[] => {
  const models = modelsOf(rows);
  return models.map(({model, family}, index) =>
    Plot.text([model], {
      frameAnchor: corner,
      dx: -6,
      dy: corner === "top-right" ? 6 + 17 * index : -6 - 17 * (models.length - 1 - index),
      fontSize: 12,
      fontWeight: 600,
      stroke: color("card"),
      strokeWidth: 4,
      fill: familyColor(family)
    })
  );
};
