import * as Plot from "npm:@observablehq/plot";
import {formatCount, formatShare} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

const armHues = ["indigo", "orange", "teal", "plum", "gold", "green", "red", "violet", "accent", "other"];

/** The share of visitors that an arm gets. */
export interface AllocationRow {
  visitors: number;
  arm: string;
  place: number;
  share: number;
}

/** Stacked shares of the arms over time. */
export function allocationAreas(rows: readonly AllocationRow[], {width}: Size): Element {
  const narrow = isNarrow({width});
  const fill = ({place}: AllocationRow) => color(armHues[place % armHues.length]);
  const last = Math.max(...rows.map(({visitors}) => visitors));
  const ends = rows.filter(({visitors}) => visitors === last).sort((a, b) => a.place - b.place);
  let below = 0;
  const names = ends.map((row) => {
    const at = below + row.share / 2;
    below += row.share;
    return {...row, at};
  });
  return Plot.plot({
    width,
    height: narrow ? 220 : 240,
    marginLeft: 44,
    marginRight: 84,
    x: {label: "Visitors so far", ticks: narrow ? 3 : 5, tickFormat: formatCount},
    y: {label: null, domain: [0, 1], ticks: 5, tickFormat: (share: number) => formatShare(share, 0)},
    marks: [
      Plot.areaY(
        rows,
        Plot.stackY({order: "place"}, {x: "visitors", y: "share", z: "place", fill, fillOpacity: 0.7})
      ),
      Plot.text(
        names.filter(({share}) => share > 0.05),
        {x: "visitors", y: "at", text: "arm", dx: 6, textAnchor: "start", fontWeight: 600, fill}
      )
    ]
  });
}
