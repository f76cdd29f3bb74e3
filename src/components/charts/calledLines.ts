import {percent} from "./shareAxes.js";
import * as Plot from "npm:@observablehq/plot";
import type {Method} from "../../lib/experiments/sequential/peeking.js";
import {methods} from "../../lib/experiments/sequential/peeking.js";
import type {CalledByLook} from "../../lib/experiments/sequential/peekingSummary.js";
import {formatCount, formatShare} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

const methodColors: Record<Method, string> = {
  naive: color("red"),
  fixed: color("other"),
  sequence: color("indigo"),
  "obrien-fleming": color("green"),
  pocock: color("gold")
};

type Names = Readonly<Record<Method, string>>;

/** Where the names begin side by side, in pixels. */
const places = [0, 125, 285, 445, 640];

/** The names of the methods above the picture: one below the other where it is narrow, else side by side. */
const legend = (names: Names, stacked: boolean): Plot.Markish[] =>
  methods.map((method, i) =>
    Plot.text([names[method]], {
      frameAnchor: "top-left",
      lineAnchor: "bottom",
      dx: stacked ? 0 : places[i],
      dy: stacked ? -12 - 15 * (methods.length - 1 - i) : -12,
      fontSize: 12,
      fontWeight: 600,
      fill: methodColors[method]
    })
  );

interface CalledOptions extends Size {
  names: Names;
  looks: number;
  /** The level of each look, where there is nothing to find. */
  alpha: number | null;
  /** What theory says of naive peeking, by look, where there is nothing to find. */
  theory: readonly number[];
}

/** The share called significant up to each look, a line with its band for each way of reading. */
export function calledLines(
  rows: readonly CalledByLook[],
  {width, names, looks, alpha, theory}: CalledOptions
): Element {
  const theoretical = theory.map((share, i) => ({look: i + 1, share}));
  const at = {x: "look", z: "method"} as const;
  const paint = ({method}: CalledByLook) => methodColors[method];
  const stacked = width < 760;
  return Plot.plot({
    width,
    height: stacked ? 370 : 350,
    marginLeft: 48,
    marginRight: 16,
    marginTop: stacked ? 92 : 36,
    x: {
      label: "Look",
      domain: [0, looks],
      tickFormat: formatCount,
      ticks: Math.min(isNarrow({width}) ? 6 : 10, looks)
    },
    y: {label: null, zero: true, grid: true, ticks: 5, tickFormat: percent},
    marks: [
      Plot.areaY(rows, {...at, y1: "low", y2: "high", fill: paint, fillOpacity: 0.15}),
      alpha !== null ? Plot.ruleY([alpha], {stroke: color("muted"), strokeDasharray: "5,4"}) : null,
      alpha !== null
        ? Plot.lineY(theoretical, {x: "look", y: "share", stroke: color("ink"), strokeDasharray: "1,4"})
        : null,
      Plot.lineY(rows, {...at, y: "share", stroke: paint, strokeWidth: 2}),
      looks === 1 ? Plot.dot(rows, {...at, y: "share", fill: paint}) : null,
      ...legend(names, stacked),
      Plot.tip(
        rows,
        Plot.pointer({
          x: "look",
          y: "share",
          fill: color("card"),
          title: ({method, look, share, low, high}: CalledByLook) =>
            `${names[method]}\nlook ${formatCount(look)}: ${formatShare(share)}\n95 %: ${formatShare(low)} to ${formatShare(high)}`
        })
      )
    ]
  });
}
