import * as Plot from "npm:@observablehq/plot";
import {color} from "../colors.js";
import {labelMargin, rowLabels} from "./rowLabels.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** An effect with its interval, in the units of its axis; an open end reaches to the edge. */
export interface EffectRow {
  effect: string;
  value: number;
  low: number | null;
  high: number | null;
}

/** Effects with their intervals, one below the other; dashed: none at all. */
export function effectForest(
  rows: readonly EffectRow[],
  {width, format}: Size & {format: (value: number) => string}
): Element {
  const ends = [0, ...rows.flatMap(({value, low, high}) => [value, low ?? value, high ?? value])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const pad = 0.08 * (most - least) || 1;
  const domain: [number, number] = [least - pad, most + pad];
  const at = {y: "effect"} as const;
  const text = {stroke: color("card"), strokeWidth: 4, fill: color("ink")};
  const narrow = isNarrow({width});
  const labels = rows.map(({effect}) => effect);
  return Plot.plot({
    width,
    height: rows.length * (narrow ? 52 : 40) + 56,
    marginTop: 20,
    marginBottom: 36,
    marginLeft: Math.max(16, labelMargin(labels, narrow, {most: 260})),
    marginRight: 16,
    x: {label: null, domain, ticks: narrow ? 3 : 7, tickFormat: format, grid: true},
    y: {axis: null, type: "point", domain: labels, padding: 0.5},
    marks: [
      Plot.ruleX([0], {stroke: color("muted"), strokeDasharray: "4,3"}),
      Plot.ruleY(rows, {
        ...at,
        x1: ({low}: EffectRow) => low ?? domain[0],
        x2: ({high}: EffectRow) => high ?? domain[1],
        stroke: color("accent"),
        strokeWidth: 3
      }),
      Plot.dot(rows, {...at, x: "value", fill: color("accent"), r: 5}),
      Plot.text(rows, {
        ...at,
        x: "value",
        text: ({value}: EffectRow) => format(value),
        dy: -13,
        fontWeight: 600,
        ...text
      }),
      rowLabels(rows, narrow, {...at, text: "effect", above: -15, ...text})
    ]
  });
}
