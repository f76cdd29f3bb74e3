import {percent} from "./shareAxes.js";
import * as Plot from "npm:@observablehq/plot";
import {formatNumber, formatShare} from "../../lib/format.js";
import {color, familyColor} from "../colors.js";
import type {OfModel} from "./modelLegend.js";
import {modelLegend} from "./modelLegend.js";
import type {Size} from "./size.js";
import {drawable} from "./size.js";

/** What comes of the share of the rows with a model's highest scores. */
export interface GainRow extends OfModel {
  share: number;
  /** Share of the positives among them. */
  gain: number;
  /** How many times as many as at random; null at share 0. */
  lift: number | null;
}

interface GainOptions extends Size {
  /** "gain": how many of the positives are reached; "lift": how many times as many as at random. */
  show: "gain" | "lift";
  /** What rows are. */
  rows?: string;
}

/** Cumulative gain or lift by the share of the rows looked at, a line for each model and a dashed one for chance. */
export function liftGain(
  rows: readonly GainRow[],
  {width, show, rows: kind = "customers"}: GainOptions
): Element {
  const points = rows.filter((row) => drawable(row.share) && drawable(row[show]));
  const most = points.reduce((high, row) => Math.max(high, row[show] ?? 0), 1);
  const at = {x: "share", y: show} as const;
  const stroke = ({family}: GainRow) => familyColor(family);
  const isGain = show === "gain";
  const chance = isGain
    ? [
        [0, 0],
        [1, 1]
      ]
    : [
        [0, 1],
        [1, 1]
      ];
  return Plot.plot({
    width,
    height: Math.min(width, 340),
    marginLeft: 52,
    marginBottom: 40,
    marginRight: 20,
    x: {
      label: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}, from the highest score`,
      domain: [0, 1],
      ticks: 5,
      tickFormat: percent,
      grid: true
    },
    y: {
      label: isGain ? "Positives reached" : "Times as many as at random",
      domain: [0, isGain ? 1 : 1.08 * most],
      ticks: 5,
      tickFormat: isGain ? percent : (lift: number) => formatNumber(lift, most < 5 ? 1 : 0),
      grid: true
    },
    marks: [
      Plot.line(chance, {stroke: color("muted"), strokeDasharray: "4,3"}),
      Plot.line(points, {...at, z: "model", stroke, strokeWidth: 2}),
      isGain ? null : Plot.dot(points, {...at, fill: stroke, r: 3}),
      ...modelLegend(points, isGain ? "bottom-right" : "top-right"),
      Plot.tip(
        points,
        Plot.pointer({
          ...at,
          fill: color("card"),
          title: ({model, share, gain, lift}: GainRow) =>
            `${model}\nthe first ${percent(share)} of the ${kind}\nhold ${formatShare(gain)} of the positives${drawable(lift) ? `,\n${formatNumber(lift, 2)} times as many as at random` : ""}`
        })
      )
    ]
  });
}
