import {labelMargin, rowLabels} from "./rowLabels.js";
import * as Plot from "npm:@observablehq/plot";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";

export interface Bar {
  /** Unique among the bars. */
  label: string;
  value: number;
  /** What stands at the bar's end. */
  text: string;
  fill: string;
}

/** Horizontal bars with their labels beside them, or above them where it is narrow, and their values at the end. */
export function rankedBars(bars: readonly Bar[], {width}: Size): Element {
  const shown = bars.filter(({value}) => drawable(value));
  const narrow = isNarrow({width});
  const longest = shown.reduce((most, {text}) => Math.max(most, text.length), 0);
  const rowHeight = narrow ? 36 : 25;
  const largest = shown.reduce((most, {value}) => Math.max(most, value), 0);
  const y = {y: "label"} as const;
  return Plot.plot({
    width,
    height: shown.length * rowHeight + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: labelMargin(
      shown.map(({label}) => label),
      narrow
    ),
    marginRight: longest * 6.3 + 8,
    x: {axis: null, domain: [0, largest || 1]},
    y: {axis: null, domain: shown.map(({label}) => label), padding: 0},
    marks: [
      Plot.barX(shown, {...y, x: "value", fill: "fill", insetTop: narrow ? 17 : 4, insetBottom: 4, rx2: 2}),
      rowLabels(shown, narrow, {...y, x: 0, text: "label"}),
      Plot.text(shown, {
        ...y,
        x: "value",
        text: "text",
        textAnchor: "start",
        dx: 5,
        dy: narrow ? 6.5 : 0,
        fontSize: 11.5,
        fill: color("ink")
      })
    ]
  });
}
