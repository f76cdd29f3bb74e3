import {rowLabels} from "./rowLabels.js";
import * as Plot from "npm:@observablehq/plot";
import {formatNumber} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";

/** A feature's AUC on its own. */
export interface AloneRow {
  name: string;
  auc: number;
  /** "L", "P" or "F" where it is marked as leaking, else empty. */
  mark: string;
}

/** The most telling features first, from guessing at .5, with a line at which the alarm goes off. */
export function aloneBars(rows: readonly AloneRow[], {width, alarm}: Size & {alarm: number}): Element {
  const shown = rows.filter(({auc}) => drawable(auc));
  const narrow = isNarrow({width});
  const label = ({name, mark}: AloneRow) => (mark ? `${name}  ${mark}` : name);
  const longest = shown.reduce((most, row) => Math.max(most, label(row).length), 0);
  const rowHeight = narrow ? 36 : 23;
  const y = {y: "name"} as const;
  return Plot.plot({
    width,
    height: shown.length * rowHeight + 64,
    marginTop: 26,
    marginBottom: 38,
    marginLeft: narrow ? 2 : Math.min(260, longest * 6.7 + 12),
    marginRight: 46,
    x: {
      label: "AUC of the feature alone",
      domain: [0.5, 1],
      ticks: 5,
      tickFormat: (value: number) => formatNumber(value, 1),
      grid: true
    },
    y: {axis: null, domain: shown.map(({name}) => name), padding: 0},
    marks: [
      Plot.barX(shown, {
        ...y,
        x1: 0.5,
        x2: "auc",
        fill: ({auc}: AloneRow) => (auc >= alarm ? color("bad") : color("accent")),
        insetTop: narrow ? 17 : 4,
        insetBottom: 4,
        rx2: 2
      }),
      rowLabels(shown, narrow, {...y, x: 0.5, text: label}),
      Plot.ruleX([alarm], {stroke: color("bad"), strokeWidth: 1.5, strokeDasharray: "4,3"}),
      Plot.text([alarm], {
        x: (value: number) => value,
        frameAnchor: "top",
        dy: -16,
        textAnchor: "end",
        text: (value: number) => `alarm: ${formatNumber(value, 2)}`,
        fill: color("bad"),
        fontWeight: 600
      }),
      Plot.text(shown, {
        ...y,
        x: "auc",
        text: ({auc}: AloneRow) => formatNumber(auc, 3),
        textAnchor: "start",
        dx: 5,
        dy: narrow ? 6.5 : 0,
        fontSize: 11.5,
        fill: color("ink"),
        stroke: color("card"),
        strokeWidth: 4
      })
    ]
  });
}
