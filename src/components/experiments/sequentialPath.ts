import * as Plot from "npm:@observablehq/plot";
import type {PathPoint} from "../../lib/experiments/sequential/peekingPath.js";
import {formatCount, formatFine} from "../../lib/format.js";
import {chart} from "../chart.js";
import {isNarrow} from "../charts/size.js";
import {color} from "../colors.js";
import {cornerNames, soon} from "./sequentialCharts.js";
import type {PeekingOutcome} from "./sequentialRun.js";

/** A simulated test as its reader sees it, with the usual interval and the confidence sequence. */
export function pathChart({shown: {run, fooled, path}, options}: PeekingOutcome): HTMLElement {
  const every = Math.max(1, Math.floor(path.length / 250));
  const rows = path.filter((_, i) => i % every === 0 || i + 1 === path.length);
  const stop = path.find(({naiveLow, naiveHigh}) => naiveLow > 0 || naiveHigh < 0);
  const points = (value: number) => formatFine(100 * value);
  const cap = Math.max(
    ...path.slice(Math.floor(path.length / 10)).map(({low, high}) => Math.max(-low, high)),
    0
  );
  return chart<PathPoint>({
    name: "sequential-path",
    title:
      fooled && stop
        ? `Naive peeking stops test ${formatCount(run + 1)} at look ${formatCount(stop.look)}`
        : `Test ${formatCount(run + 1)}, look by look`,
    note: `The difference of rates so far, in percentage points, in one of the simulated tests${fooled ? ", the first that naive peeking stops early" : ""}. Inner band: the usual interval, as if each look were the only one; outer band: the confidence sequence, which holds at all looks at once. Dashed: the true difference; the widest first looks are cut off.`,
    data: soon(rows),
    counted: () => `${formatCount(2 * (path.at(-1)?.users ?? 0))} simulated users`,
    empty: "Nothing could be measured in this test: simulate with more users.",
    columns: {
      look: {label: "Look"},
      users: {label: "Users per arm"},
      difference: {label: "Difference, pp", format: points},
      naiveLow: {label: "Usual interval from", format: points},
      naiveHigh: {label: "to", format: points},
      low: {label: "Sequence from", format: points},
      high: {label: "to", format: points}
    },
    render: (drawn, {width}) =>
      Plot.plot({
        width,
        height: isNarrow({width}) ? 260 : 300,
        marginLeft: 48,
        clip: true,
        x: {label: "Look", tickFormat: formatCount, ticks: Math.min(8, options.looks)},
        y: {
          label: "Difference, percentage points",
          domain: [-cap, cap],
          grid: true,
          ticks: 5,
          tickFormat: (value: number) => formatFine(100 * value)
        },
        marks: [
          Plot.areaY(drawn, {x: "look", y1: "low", y2: "high", fill: color("indigo"), fillOpacity: 0.2}),
          Plot.areaY(drawn, {
            x: "look",
            y1: "naiveLow",
            y2: "naiveHigh",
            fill: color("red"),
            fillOpacity: 0.25
          }),
          Plot.ruleY([options.effect], {stroke: color("muted"), strokeDasharray: "5,4"}),
          Plot.lineY(drawn, {x: "look", y: "difference", stroke: color("ink"), strokeWidth: 1.75}),
          drawn.length === 1 ? Plot.dot(drawn, {x: "look", y: "difference", fill: color("ink")}) : null,
          stop && fooled
            ? Plot.dot([stop], {x: "look", y: "difference", r: 5, stroke: color("red"), strokeWidth: 2.5})
            : null,
          ...cornerNames([
            ["Confidence sequence", color("indigo")],
            ["Usual interval", color("red")]
          ])
        ]
      })
  });
}
