import * as Plot from "npm:@observablehq/plot";
import {formatCount, formatShare} from "../../lib/format.js";
import {segmentOf} from "../../lib/rfm/segments.js";
import {color, segmentColor} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** A cell of the map: recency score, frequency-then-spend score, both 1 to 5, and its customers. */
export interface ScoreCell {
  r: number;
  fm: number;
  customers: number;
}

const scores = [1, 2, 3, 4, 5];

/** The 25 cells of recency by frequency, then spend, each with its segment's name and colour and its customers. */
export function segmentMap(
  rows: readonly ScoreCell[],
  {width, across = "Frequency, then spend"}: Size & {across?: string}
): Element {
  const customers = new Map(rows.map((row) => [`${row.r} ${row.fm}`, row.customers]));
  const cells = scores.flatMap((r) =>
    scores.map((fm) => ({r, fm, segment: segmentOf(r, fm), customers: customers.get(`${r} ${fm}`) ?? 0}))
  );
  type Cell = (typeof cells)[number];
  const total = cells.reduce((sum, cell) => sum + cell.customers, 0);
  const narrow = isNarrow({width});
  const at = {x: "fm", y: "r"} as const;
  return Plot.plot({
    width: Math.min(width, 760),
    height: narrow ? 350 : 400,
    marginLeft: 22,
    marginTop: 26,
    marginBottom: 40,
    marginRight: 2,
    x: {
      type: "band",
      domain: scores,
      padding: 0,
      label: `${across}: score 1 to 5`,
      labelAnchor: "center",
      tickSize: 0
    },
    y: {
      type: "band",
      domain: [...scores].reverse(),
      padding: 0,
      label: "↑ Recency: score 1 to 5",
      labelAnchor: "top",
      labelArrow: "none",
      tickSize: 0
    },
    marks: [
      Plot.cell(cells, {
        ...at,
        fill: ({segment}: Cell) => segmentColor(segment),
        fillOpacity: 0.16,
        stroke: ({segment}: Cell) => segmentColor(segment),
        strokeWidth: 2,
        inset: 2,
        rx: 3
      }),
      Plot.text(cells, {
        ...at,
        text: ({segment}: Cell) => segment.replace(/ (?=\S+$)/, "\n"),
        dy: -9,
        fontSize: narrow ? 9 : 12,
        fill: color("ink")
      }),
      Plot.text(cells, {
        ...at,
        text: (cell: Cell) => formatCount(cell.customers),
        dy: 15,
        fontSize: narrow ? 11 : 13,
        fontWeight: 700,
        fill: color("ink")
      }),
      Plot.tip(
        cells,
        Plot.pointer({
          ...at,
          fill: color("card"),
          title: ({segment, r, fm, customers: count}: Cell) =>
            `${segment}\nrecency ${r}, ${across.toLowerCase()} ${fm}\n${formatCount(count)} customers` +
            (total > 0 ? `, ${formatShare(count / total)}` : "")
        })
      )
    ]
  });
}
