import * as Plot from "npm:@observablehq/plot";
import type {DependencePoint} from "../../lib/explain/dependence.js";
import {formatNumber} from "../../lib/format.js";
import {color} from "../colors.js";
import {rankColor, rankDot, rankKey} from "./fifths.js";
import type {Size} from "./size.js";
import {drawable} from "./size.js";

interface DependenceOptions extends Size {
  /** What the column is called, with its unit. */
  label: string;
  /** Unit of the contributions. */
  unit: string;
  /** What the column that colours is called, where there is one. */
  colour?: string;
}

/** A dot for each row: a column's value and what it contributes; filled pale to strong by another column's value. */
export function dependencePlot(
  points: readonly DependencePoint[],
  {width, label, unit, colour}: DependenceOptions
): Element {
  const shown = points.filter(({x, shap}) => drawable(x) && drawable(shap));
  const low = shown.reduce((least, {x}) => Math.min(least, x), Infinity);
  const high = shown.reduce((most, {x}) => Math.max(most, x), -Infinity);
  const decimals = high - low < 5 ? 2 : 0;
  const reach = shown.reduce((most, {shap}) => Math.max(most, Math.abs(shap)), 0) || 1;
  return Plot.plot({
    width,
    height: Math.min(width, 340),
    marginTop: 30,
    marginLeft: 56,
    marginBottom: 40,
    marginRight: 16,
    x: {
      label,
      labelAnchor: "center",
      labelArrow: "none",
      domain: low < high ? [low, high] : [(drawable(low) ? low : 0) - 1, (drawable(low) ? low : 0) + 1],
      ticks: width < 480 ? 4 : 7,
      tickFormat: (value: number) => formatNumber(value, decimals)
    },
    y: {
      label: `Contribution, ${unit}`,
      labelArrow: "none",
      domain: [-1.05 * reach, 1.05 * reach],
      ticks: 5,
      tickFormat: (value: number) => formatNumber(value, reach < 0.2 ? 2 : 1),
      grid: true
    },
    marks: [
      Plot.ruleY([0], {stroke: color("muted")}),
      Plot.dot(shown, {
        x: "x",
        y: "shap",
        r: 2.6,
        fill: ({rank}: DependencePoint) => (colour ? rankColor(rank) : color("accent")),
        ...rankDot
      }),
      colour ? rankKey(colour) : null
    ]
  });
}
