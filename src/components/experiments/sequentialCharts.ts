import * as Plot from "npm:@observablehq/plot";
import type {Method} from "../../lib/experiments/sequential/peeking.js";
import {methods} from "../../lib/experiments/sequential/peeking.js";
import type {CalledByLook} from "../../lib/experiments/sequential/peekingSummary.js";
import {calledByLook} from "../../lib/experiments/sequential/peekingSummary.js";
import {formatCount, formatShare} from "../../lib/format.js";
import {chart} from "../chart.js";
import {isNarrow} from "../charts/size.js";
import {color} from "../colors.js";
import {table} from "../table.js";
import type {PeekingOutcome} from "./sequentialRun.js";
import {methodColumns, methodNames, methodRows} from "./sequentialText.js";

const methodColors: Record<Method, string> = {
  naive: color("red"),
  fixed: color("other"),
  sequence: color("indigo"),
  "obrien-fleming": color("green"),
  pocock: color("gold")
};

/** Rows for a chart to draw in a turn of its own, so that several do not hold up the page together. */
export const soon = <T>(rows: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(rows)));

const percent = (share: number) => formatShare(share, 0);

/** Names one below the other in a corner, each in its colour. */
export const cornerNames = (entries: readonly (readonly [string, string])[]): Plot.Markish[] =>
  entries.map(([name, fill], i) =>
    Plot.text([name], {
      frameAnchor: "top-right",
      dx: -8,
      dy: 6 + 16 * i,
      fontSize: 12,
      fontWeight: 600,
      stroke: color("card"),
      strokeWidth: 4,
      fill
    })
  );

/** Where the names begin side by side, in pixels. */
const places = [0, 125, 285, 445, 640];

/** The names of the methods above the picture: one below the other where it is narrow, else side by side. */
const legend = (narrow: boolean): Plot.Markish[] =>
  methods.map((method, i) =>
    Plot.text([methodNames[method]], {
      frameAnchor: "top-left",
      lineAnchor: "bottom",
      dx: narrow ? 0 : places[i],
      dy: narrow ? -12 - 15 * (methods.length - 1 - i) : -12,
      fontSize: 12,
      fontWeight: 600,
      fill: methodColors[method]
    })
  );

/** The share of simulated tests called significant so far, by look, for each way of reading them. */
export function calledChart({peeked, options, theory}: PeekingOutcome): HTMLElement {
  const none = options.effect === 0;
  const naive = peeked.tallies.naive.stops.reduce((sum, count) => sum + count, 0) / peeked.runs;
  const theoretical = [...theory].map((share, i) => ({look: i + 1, share}));
  return chart<CalledByLook>({
    name: "sequential-called",
    title: none
      ? `Naive peeking raises ${formatShare(naive)} false alarms by look ${formatCount(options.looks)}`
      : `Naive peeking calls ${formatShare(naive)} of the tests by look ${formatCount(options.looks)}`,
    note: `Share of simulated tests called significant up to and with each look${none ? ", none of which has any difference: false alarms. Dashed: alpha; dotted: naive peeking by theory (Armitage, McPherson and Rowe 1969)" : ", all of which have the same true effect: power"}. Bands: 95 % Wilson intervals.`,
    data: soon(calledByLook(peeked)),
    counted: () => `${formatCount(peeked.runs)} simulated tests`,
    columns: {
      method: {label: "Read by", format: (method: Method) => methodNames[method]},
      look: {label: "Look"},
      share: {label: "Share called", format: (value: number) => formatShare(value, 2)},
      low: {label: "From", format: (value: number) => formatShare(value, 2)},
      high: {label: "To (95 %)", format: (value: number) => formatShare(value, 2)},
      runs: {label: "Tests"}
    },
    render: (rows, {width}) => {
      const at = {x: "look", z: "method"} as const;
      const paint = ({method}: CalledByLook) => methodColors[method];
      return Plot.plot({
        width,
        height: isNarrow({width}) ? 370 : 350,
        marginLeft: 48,
        marginRight: 16,
        marginTop: isNarrow({width}) ? 92 : 36,
        x: {
          label: "Look",
          domain: [0, options.looks],
          tickFormat: formatCount,
          ticks: Math.min(10, options.looks)
        },
        y: {label: null, zero: true, grid: true, ticks: 5, tickFormat: percent},
        marks: [
          Plot.areaY(rows, {...at, y1: "low", y2: "high", fill: paint, fillOpacity: 0.15}),
          none ? Plot.ruleY([options.alpha], {stroke: color("muted"), strokeDasharray: "5,4"}) : null,
          none
            ? Plot.lineY(theoretical, {x: "look", y: "share", stroke: color("ink"), strokeDasharray: "1,4"})
            : null,
          Plot.lineY(rows, {...at, y: "share", stroke: paint, strokeWidth: 2}),
          options.looks === 1 ? Plot.dot(rows, {...at, y: "share", fill: paint}) : null,
          ...legend(isNarrow({width})),
          Plot.tip(
            rows,
            Plot.pointer({
              x: "look",
              y: "share",
              fill: color("card"),
              title: ({method, look, share, low, high}: CalledByLook) =>
                `${methodNames[method]}\nlook ${formatCount(look)}: ${formatShare(share)}\n95 %: ${formatShare(low)} to ${formatShare(high)}`
            })
          )
        ]
      });
    }
  });
}

/** When naive peeking stopped: tests by the look of the stop. */
export function stopsChart({peeked, options, summary}: PeekingOutcome): HTMLElement {
  const medianLook = summary.find(({method}) => method === "naive")?.medianLook ?? null;
  const {stops} = peeked.tallies.naive;
  const wide = Math.ceil(options.looks / 50);
  const rows = Array.from({length: Math.ceil(options.looks / wide)}, (_, i) => {
    const [first, last] = [i * wide, Math.min(options.looks, (i + 1) * wide)];
    return {
      from: first + 1,
      to: last,
      tests: stops.slice(first, last).reduce((sum, count) => sum + count, 0)
    };
  });
  const stopped = rows.reduce((sum, {tests}) => sum + tests, 0);
  return chart({
    name: "sequential-stops",
    title:
      medianLook === null
        ? "Naive peeking stopped no test"
        : `Half of the stops of naive peeking come by look ${formatCount(medianLook)} of ${formatCount(options.looks)}`,
    note: `Tests that naive peeking stopped, by the look${wide > 1 ? `s (${wide} a bar)` : ""} of the stop.`,
    data: soon(stopped ? rows : []),
    counted: () => `${formatCount(stopped)} of ${formatCount(peeked.runs)} simulated tests`,
    empty: "No test was stopped: simulate more of them, or with more users.",
    columns: {from: {label: "From look"}, to: {label: "To look"}, tests: {label: "Tests stopped"}},
    render: (bars, {width}) =>
      Plot.plot({
        width,
        height: isNarrow({width}) ? 220 : 260,
        marginLeft: 48,
        x: {label: "Look of the stop", tickFormat: formatCount, domain: [0.5, options.looks + 0.5]},
        y: {label: "Tests", grid: true, ticks: 4, tickFormat: formatCount},
        marks: [
          Plot.rectY(bars, {
            x1: ({from}: {from: number}) => from - 0.5,
            x2: ({to}: {to: number}) => to + 0.5,
            y: "tests",
            fill: color("red"),
            insetLeft: 0.5,
            insetRight: 0.5
          }),
          Plot.ruleY([0], {stroke: color("line")})
        ]
      })
  });
}

/** What came of each way of reading the same tests, a row each. */
export const methodTable = (outcome: PeekingOutcome): HTMLElement =>
  table(methodRows(outcome), {caption: "The same tests, read in five ways", columns: methodColumns});
