import * as Plot from "npm:@observablehq/plot";
import {formatMonth} from "../../lib/format.js";
import {color} from "../colors.js";
import {fittingLabels} from "./fittingLabels.js";
import type {Size} from "./size.js";
import {drawable} from "./size.js";

/** A measure of a model on the people of a day, as estimated then and as it came. */
export interface PerformanceRow {
  cutoff: Date;
  estimated: number | null;
  estimatedLow: number | null;
  estimatedHigh: number | null;
  realised: number | null;
  realisedLow: number | null;
  realisedHigh: number | null;
}

interface EstimatedRealisedOptions extends Size {
  label: string;
  format: (value: number) => string;
  /** On rows held out when the model was trained. */
  heldOut: number | null;
}

/** What was estimated as a line in its band, and what came as dots with their intervals. */
export function estimatedRealised(
  rows: readonly PerformanceRow[],
  {width, label, format, heldOut}: EstimatedRealisedOptions
): Element {
  const banded = rows.filter(
    ({estimatedLow, estimatedHigh}) => drawable(estimatedLow) && drawable(estimatedHigh)
  );
  const came = rows.filter(({realised}) => drawable(realised));
  const sure = came.filter(({realisedLow, realisedHigh}) => drawable(realisedLow) && drawable(realisedHigh));
  const ends = [
    heldOut,
    ...rows.flatMap((row) => [
      row.estimatedLow,
      row.estimatedHigh,
      row.realisedLow,
      row.realisedHigh,
      row.estimated,
      row.realised
    ])
  ].filter(drawable);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const pad = 0.12 * (most - least) || 0.05;
  const x = {x: "cutoff"} as const;
  const shown = fittingLabels(
    rows.map(({cutoff}) => formatMonth(cutoff)),
    width - 120
  );
  const halo = {stroke: color("card"), strokeWidth: 4, fontWeight: 600} as const;
  return Plot.plot({
    width,
    height: 280,
    marginTop: 26,
    marginLeft: 56,
    marginRight: 20,
    marginBottom: 36,
    x: {
      type: "utc",
      label: null,
      ticks: rows.filter((_, i) => shown[i]).map(({cutoff}) => cutoff),
      tickFormat: formatMonth,
      insetLeft: 20,
      insetRight: 24
    },
    y: {label, grid: true, ticks: 5, tickFormat: format, domain: [least - pad, most + pad]},
    marks: [
      Plot.areaY(banded, {
        ...x,
        y1: "estimatedLow",
        y2: "estimatedHigh",
        fill: color("teal"),
        fillOpacity: 0.16
      }),
      Plot.lineY(
        rows.filter(({estimated}) => drawable(estimated)),
        {...x, y: "estimated", stroke: color("teal"), strokeWidth: 2, strokeDasharray: "5,3"}
      ),
      heldOut === null ? null : Plot.ruleY([heldOut], {stroke: color("muted"), strokeDasharray: "2,3"}),
      Plot.ruleX(sure, {
        ...x,
        y1: "realisedLow",
        y2: "realisedHigh",
        stroke: color("accent"),
        strokeWidth: 2.5
      }),
      Plot.dot(came, {...x, y: "realised", fill: color("accent"), r: 5}),
      Plot.text(came.slice(0, 1), {
        ...x,
        y: "realised",
        text: () => "realised",
        textAnchor: "start",
        dx: 9,
        dy: -9,
        fill: color("accent"),
        ...halo
      }),
      Plot.text(banded.slice(-1), {
        ...x,
        y: "estimatedHigh",
        text: () => "estimated",
        textAnchor: "end",
        dy: -9,
        dx: 18,
        fill: color("teal"),
        ...halo
      })
    ]
  });
}
