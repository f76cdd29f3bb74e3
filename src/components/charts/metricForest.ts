import {rowLabels} from "./rowLabels.js";
import * as Plot from "npm:@observablehq/plot";
import {color, familyColor} from "../colors.js";
import type {OfModel} from "./modelLegend.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";

/** A model's metric with its interval. */
export interface MetricRow extends OfModel {
  value: number | null;
  low: number | null;
  high: number | null;
}

interface ForestOptions extends Size {
  /** Name of the metric. */
  label: string;
  /** What no model at all gets; null where there is no such figure. */
  baseline: number | null;
  format: (value: number) => string;
}

/** A dot and its interval for each model, one below the other, with what needs no model as a dashed line. */
export function metricForest(
  rows: readonly MetricRow[],
  {width, label, baseline, format}: ForestOptions
): Element {
  const shown = rows.filter(({value}) => drawable(value));
  const ends = [...shown.flatMap(({value, low, high}) => [value, low, high]), baseline].filter(drawable);
  const [least, most] = ends.length ? [Math.min(...ends), Math.max(...ends)] : [0, 1];
  const pad = 0.06 * (most - least) || 0.05 * Math.abs(most) || 0.5;
  const narrow = isNarrow({width});
  const longest = shown.reduce((length, {model}) => Math.max(length, model.length), 0);
  const y = {y: "model"} as const;
  const stroke = ({family}: MetricRow) => familyColor(family);
  const bounded = shown.filter(({low, high}) => drawable(low) && drawable(high));
  return Plot.plot({
    width,
    height: shown.length * 40 + 62,
    marginTop: 22,
    marginBottom: 38,
    marginLeft: narrow ? 2 : Math.min(220, longest * 7 + 14),
    marginRight: 12,
    x: {label, domain: [least - pad, most + pad], ticks: narrow ? 3 : 6, tickFormat: format, grid: true},
    y: {axis: null, domain: shown.map(({model}) => model), padding: 0},
    marks: [
      drawable(baseline) ? Plot.ruleX([baseline], {stroke: color("muted"), strokeDasharray: "4,3"}) : null,
      drawable(baseline)
        ? Plot.text([baseline], {
            x: (value: number) => value,
            frameAnchor: "top",
            text: (value: number) => `no model: ${format(value)}`,
            textAnchor: baseline > (least + most) / 2 ? "end" : "start",
            dy: -16,
            fill: color("muted")
          })
        : null,
      Plot.ruleY(bounded, {...y, x1: "low", x2: "high", stroke, strokeWidth: 2.5}),
      Plot.tickX(bounded, {...y, x: "low", stroke, strokeWidth: 2, insetTop: 14, insetBottom: 14}),
      Plot.tickX(bounded, {...y, x: "high", stroke, strokeWidth: 2, insetTop: 14, insetBottom: 14}),
      Plot.dot(shown, {...y, x: "value", fill: stroke, r: 5}),
      Plot.text(shown, {
        ...y,
        x: "value",
        text: ({value}: MetricRow) => format(value ?? 0),
        dy: -12,
        fontWeight: 600,
        stroke: color("card"),
        strokeWidth: 4,
        fill: color("ink")
      }),
      rowLabels(shown, narrow, {
        ...y,
        text: "model",
        fill: color("ink"),
        stroke: narrow ? color("card") : undefined,
        strokeWidth: 4,
        gap: 8,
        above: -14
      })
    ]
  });
}
