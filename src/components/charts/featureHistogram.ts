import * as Plot from "npm:@observablehq/plot";
import {formatCount, formatNumber, formatShare} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** People with values from one to another. */
export interface HistogramBin {
  from: number;
  to: number;
  people: number;
  share: number;
  /** Share of the people per unit. */
  density: number;
}

interface HistogramOptions extends Size {
  /** Of the values, on the axis. */
  label: string;
  format: (value: number) => string;
  /** Bins of several widths are as high as their density, so that areas stand for people. */
  by: "width" | "people";
  median: number;
}

/** How a number lies among people, with its median. */
export function featureHistogram(
  bins: readonly HistogramBin[],
  {width, label, format, by, median}: HistogramOptions
): Element {
  const dense = by === "people";
  const top = bins.reduce((most, bin) => Math.max(most, dense ? bin.density : bin.share), 0) || 1;
  const early = bins.length > 0 && median < (bins[0].from + bins[bins.length - 1].to) / 2;
  return Plot.plot({
    width,
    height: isNarrow({width}) ? 230 : 270,
    marginLeft: dense ? 62 : 48,
    marginRight: 16,
    marginTop: 44,
    x: {label, ticks: isNarrow({width}) ? 4 : 8, tickFormat: format},
    y: {
      label: dense ? "Share of people per unit" : "Share of people",
      domain: [0, top],
      grid: true,
      ticks: 4,
      tickFormat: (value: number) =>
        dense
          ? formatNumber(value, top < 0.001 ? 6 : top < 0.1 ? 4 : 2)
          : formatShare(value, top < 0.05 ? 1 : 0)
    },
    marks: [
      Plot.rectY(bins, {
        x1: "from",
        x2: "to",
        y: dense ? "density" : "share",
        fill: color("accent"),
        insetLeft: 0.25,
        insetRight: 0.25
      }),
      Plot.ruleY([0]),
      Plot.ruleX([median], {stroke: color("ink"), strokeDasharray: "3,3"}),
      Plot.text([median], {
        x: (value: number) => value,
        frameAnchor: "top",
        dy: -10,
        dx: early ? -4 : 4,
        textAnchor: early ? "start" : "end",
        text: (value: number) => `median ${format(value)}`,
        fill: color("ink"),
        stroke: color("card"),
        strokeWidth: 4
      }),
      Plot.tip(
        bins,
        Plot.pointerX({
          x1: "from",
          x2: "to",
          y: dense ? "density" : "share",
          fill: color("card"),
          title: ({from, to, people, share}: HistogramBin) =>
            `${format(from)} to ${format(to)}\n${formatShare(share, 2)}\n${formatCount(people)} people`
        })
      )
    ]
  });
}
