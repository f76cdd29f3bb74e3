import * as Plot from "npm:@observablehq/plot";
import {formatShare} from "../../lib/format.js";
import {color} from "../colors.js";
import {labelMargin, rowLabels} from "./rowLabels.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** A bin or a category, with its share of the rows before and now. */
export interface SharePair {
  /** Unique among the pairs. */
  label: string;
  reference: number;
  current: number;
}

/** Two distributions over the same bins: bars for the reference, a dot for each current share. */
export function sharePairs(pairs: readonly SharePair[], {width}: Size): Element {
  const narrow = isNarrow({width});
  const rowHeight = narrow ? 38 : 26;
  const labels = pairs.map(({label}) => label);
  const most = pairs.reduce((top, {reference, current}) => Math.max(top, reference, current), 0) || 1;
  const y = {y: "label"} as const;
  return Plot.plot({
    width,
    height: pairs.length * rowHeight + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: labelMargin(labels, narrow),
    marginRight: 108,
    x: {axis: null, domain: [0, most]},
    y: {axis: null, domain: labels, padding: 0},
    marks: [
      Plot.barX(pairs, {
        ...y,
        x: "reference",
        fill: color("line"),
        insetTop: narrow ? 18 : 5,
        insetBottom: 5
      }),
      Plot.dot(pairs, {...y, x: "current", fill: color("accent"), r: 4.5, dy: narrow ? 6.5 : 0}),
      rowLabels(pairs, narrow, {...y, x: 0, text: "label"}),
      Plot.text(pairs, {
        ...y,
        x: () => most,
        text: ({reference, current}: SharePair) => `${formatShare(reference)} → ${formatShare(current)}`,
        textAnchor: "start",
        dx: 9,
        dy: narrow ? 6.5 : 0,
        fontSize: 11,
        fill: color("ink")
      })
    ]
  });
}
