import {labelMargin, rowLabels} from "./rowLabels.js";
import * as Plot from "npm:@observablehq/plot";
import {formatNumber} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";

export interface CoefficientRow {
  label: string;
  coefficient: number;
}

/** With its sign; a plain 0 is exact, +0,00 is not. */
const signed = (value: number) =>
  value === 0 ? "0" : `${value > 0 ? "+" : "−"}${formatNumber(Math.abs(value), 2)}`;

/** Bars to the right for what raises the risk and to the left for what lowers it, the strongest first. */
export function coefficientBars(rows: readonly CoefficientRow[], {width}: Size): Element {
  const narrow = isNarrow({width});
  const bars = rows
    .filter(({coefficient}) => drawable(coefficient))
    .toSorted((a, b) => Math.abs(b.coefficient) - Math.abs(a.coefficient));
  const most = bars.reduce((high, {coefficient}) => Math.max(high, Math.abs(coefficient)), 0) || 1;
  const reach = (narrow ? 1.5 : 1.25) * most;
  const rowHeight = narrow ? 36 : 24;
  const y = {y: "label"} as const;
  const values = (some: readonly CoefficientRow[], side: 1 | -1) =>
    Plot.text(some, {
      ...y,
      x: "coefficient",
      text: ({coefficient}: CoefficientRow) => signed(coefficient),
      textAnchor: side > 0 ? "start" : "end",
      dx: 5 * side,
      dy: narrow ? 8 : 0,
      fontSize: 11.5,
      fill: color("ink")
    });
  return Plot.plot({
    width,
    height: bars.length * rowHeight + 36,
    marginTop: 26,
    marginBottom: 4,
    marginLeft: labelMargin(
      bars.map(({label}) => label),
      narrow
    ),
    marginRight: 4,
    x: {
      axis: narrow ? null : "top",
      label: null,
      domain: [-reach, reach],
      ticks: narrow ? 3 : 5,
      tickFormat: (value: number) => signed(value),
      grid: true
    },
    y: {axis: null, domain: bars.map(({label}) => label), padding: 0},
    marks: [
      Plot.barX(bars, {
        ...y,
        x: "coefficient",
        fill: ({coefficient}: CoefficientRow) => color(coefficient > 0 ? "bad" : "good"),
        insetTop: narrow ? 18 : 4,
        insetBottom: 4,
        rx2: 2
      }),
      Plot.ruleX([0], {stroke: color("muted")}),
      rowLabels(bars, narrow, {...y, text: "label"}),
      values(
        bars.filter(({coefficient}) => coefficient >= 0),
        1
      ),
      values(
        bars.filter(({coefficient}) => coefficient < 0),
        -1
      )
    ]
  });
}
