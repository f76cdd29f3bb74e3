import * as Plot from "npm:@observablehq/plot";
import {formatNumber} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** How often something goes with something else, against how often it goes with anything. */
export interface LiftCell {
  from: string;
  to: string;
  lift: number;
  /** Whether the lift differs from 1 beyond chance. */
  sure: boolean;
  about: string;
}

/** Lifts of pairs: orange above 1, blue below, the stronger the farther by factors; faint where chance may explain it. */
export function liftMap(
  rows: readonly LiftCell[],
  {width, names}: Size & {names: readonly string[]}
): Element {
  const narrow = isNarrow({width});
  const at = {x: "to", y: "from"} as const;
  const strength = ({lift}: LiftCell) => (lift > 0 ? Math.min(1, Math.abs(Math.log2(lift)) / 4) : 1);
  const short = (name: string) =>
    name.length > (narrow ? 13 : 24) ? `${name.slice(0, narrow ? 12 : 23)}…` : name;
  return Plot.plot({
    width,
    height: 140 + (narrow ? 20 : 26) * names.length,
    marginLeft: narrow ? 92 : 170,
    marginTop: narrow ? 90 : 130,
    marginBottom: 4,
    marginRight: narrow ? 4 : 40,
    padding: 0,
    x: {
      ...{type: "band", domain: names, axis: "top", label: null, tickSize: 0},
      ...{tickFormat: short, tickRotate: -50}
    },
    y: {type: "band", domain: names, label: null, tickSize: 0, tickFormat: short},
    marks: [
      Plot.cell(rows, {
        ...at,
        fill: ({lift}: LiftCell) => color(lift > 1 ? "bad" : "good"),
        fillOpacity: (row: LiftCell) => (row.sure ? 0.08 + 0.6 * strength(row) : 0.04),
        inset: 1
      }),
      narrow
        ? null
        : Plot.text(rows, {
            ...at,
            text: ({lift}: LiftCell) => formatNumber(lift, lift < 10 ? 1 : 0),
            fontSize: 11,
            fill: color("ink")
          }),
      Plot.tip(rows, Plot.pointer({...at, fill: color("card"), title: ({about}: LiftCell) => about}))
    ]
  });
}
