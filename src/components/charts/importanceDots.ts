import {labelMargin, rowLabels} from "./rowLabels.js";
import * as Plot from "npm:@observablehq/plot";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";

/** What a model loses without a feature, with its interval. */
export interface ImportanceRow {
  /** Unique among the rows. */
  label: string;
  mean: number;
  low: number;
  high: number;
}

interface ImportanceOptions extends Size {
  /** What the axis counts. */
  axis: string;
  format: (value: number) => string;
}

/** A dot with its interval for each feature, from the first to the last, beside a line at 0: needed for nothing. */
export function importanceDots(
  rows: readonly ImportanceRow[],
  {width, axis, format}: ImportanceOptions
): Element {
  const shown = rows.filter(({mean, low, high}) => drawable(mean) && drawable(low) && drawable(high));
  const narrow = isNarrow({width});
  const rowHeight = narrow ? 36 : 25;
  const ends = [0, ...shown.flatMap(({low, high}) => [low, high])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const pad = 0.04 * (most - least) || 1;
  const y = {y: "label"} as const;
  const middle = narrow ? 8 : 0;
  return Plot.plot({
    width,
    height: shown.length * rowHeight + 48,
    marginTop: 4,
    marginBottom: 44,
    marginLeft: labelMargin(
      shown.map(({label}) => label),
      narrow
    ),
    marginRight: 12,
    x: {
      label: axis,
      labelAnchor: "center",
      labelArrow: "none",
      domain: [least - pad, most + pad],
      ticks: narrow ? 3 : 5,
      tickFormat: format,
      grid: true
    },
    y: {axis: null, domain: shown.map(({label}) => label), padding: 0},
    marks: [
      Plot.ruleX([0], {stroke: color("muted")}),
      Plot.barX(shown, {
        ...y,
        x1: "low",
        x2: "high",
        fill: color("accent"),
        fillOpacity: 0.45,
        insetTop: rowHeight / 2 + middle - 2,
        insetBottom: rowHeight / 2 - middle - 2
      }),
      Plot.dot(shown, {...y, x: "mean", r: 4, dy: middle, fill: color("accent")}),
      rowLabels(shown, narrow, {...y, text: "label"})
    ]
  });
}
