import * as Plot from "npm:@observablehq/plot";
import {formatDecimal} from "../../lib/format.js";
import type {StageName} from "../../lib/delivery/stages.js";
import {stageNames} from "../../lib/delivery/stages.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** Mean days by stage of a group of orders. */
export interface StageBar {
  /** Unique among the rows. */
  label: string;
  mean: Readonly<Record<StageName, number>>;
  total: number;
  /** For the tip. */
  about: string;
}

/** The stages as they are called. */
export const stageTitles: Readonly<Record<StageName, string>> = {
  approval: "Approval",
  handover: "Handing over",
  transit: "In transit"
};

const hues: Readonly<Record<StageName, string>> = {approval: "red", handover: "gold", transit: "indigo"};

/** The colour of a stage. @example stageColor("transit") => "var(--color-indigo)" */
export const stageColor = (stage: StageName): string => color(hues[stage]);

/** A bar for each group, as long as its orders take on average, in the parts that the stages take. */
export function stageBars(
  rows: readonly StageBar[],
  {width, format}: Size & {format: (value: number) => string}
): Element {
  const narrow = isNarrow({width});
  const rowHeight = narrow ? 36 : 24;
  const longest = rows.reduce((most, {label}) => Math.max(most, label.length), 0);
  const most = rows.reduce((highest, {total}) => Math.max(highest, total), 0) || 1;
  const parts = rows.flatMap(({label, mean}) => {
    let start = 0;
    return stageNames.map((stage) => {
      const from = start;
      start += mean[stage];
      return {label, stage, from, to: start};
    });
  });
  const y = {y: "label"} as const;
  const places = [0, 74, 172];
  return Plot.plot({
    width,
    height: rows.length * rowHeight + 68,
    marginTop: 24,
    marginBottom: 44,
    marginLeft: narrow ? 2 : Math.min(220, longest * 6.6 + 12),
    marginRight: 44,
    x: {
      label: "Days from purchase to delivery, on average",
      labelAnchor: "center",
      labelArrow: "none",
      domain: [0, most],
      ticks: narrow ? 4 : 6,
      tickFormat: formatDecimal,
      grid: true
    },
    y: {axis: null, domain: rows.map(({label}) => label), padding: 0},
    marks: [
      ...stageNames.map((stage, i) =>
        Plot.text([stageTitles[stage]], {
          frameAnchor: "top-left",
          lineAnchor: "bottom",
          dx: places[i],
          dy: -8,
          fontWeight: 600,
          fill: stageColor(stage)
        })
      ),
      Plot.barX(parts, {
        ...y,
        x1: "from",
        x2: "to",
        fill: ({stage}: {stage: StageName}) => stageColor(stage),
        insetTop: narrow ? 17 : 4,
        insetBottom: 4
      }),
      Plot.text(rows, {
        ...y,
        x: 0,
        text: "label",
        textAnchor: narrow ? "start" : "end",
        dx: narrow ? 0 : -8,
        dy: narrow ? -9 : 0,
        fontSize: 12
      }),
      Plot.text(rows, {
        ...y,
        x: "total",
        text: ({total}: StageBar) => format(total),
        textAnchor: "start",
        dx: 5,
        dy: narrow ? 6.5 : 0,
        fontSize: 11.5,
        fill: color("ink")
      }),
      Plot.tip(
        rows,
        Plot.pointerY({...y, x: "total", fill: color("card"), title: ({about}: StageBar) => about})
      )
    ]
  });
}
