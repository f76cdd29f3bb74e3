import {labelMargin, rowLabels} from "./rowLabels.js";
import * as Plot from "npm:@observablehq/plot";
import type {Waterfall} from "../../lib/explain/waterfall.js";
import {formatNumber} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

interface WaterfallOptions extends Size {
  /** What a feature is called, with the row's value. */
  label?: (feature: string) => string;
  /** What stands at the first and at the last row. */
  ends: readonly [start: string, end: string];
  /** How a score is written. */
  format?: (score: number) => string;
  /** Scores that must be within the picture too. */
  reach?: readonly number[];
}

interface Line {
  key: string;
  label: string;
  from: number;
  to: number;
  text: string;
  fill: string;
}

const decimals = 2;
const plain = (value: number) => `${value < 0 ? "−" : ""}${formatNumber(Math.abs(value), decimals)}`;

/** A third decimal where no step is as large as 1. */
const signed = (value: number, largest: number) =>
  `${value < 0 ? "−" : "+"}${formatNumber(Math.abs(value), largest < 1 ? decimals + 1 : decimals)}`;

/** From the mean score to one row's score, a bar for each feature: to the right what raises it, to the left what lowers it. */
export function waterfall(
  {base, steps, others, score}: Waterfall,
  {width, label = (feature) => feature, ends: [start, end], format = plain, reach = []}: WaterfallOptions
): Element {
  const narrow = isNarrow({width});
  const rest = others === 1 ? "1 other feature" : `${others} other features`;
  const still = (key: string, name: string, at: number): Line => ({
    key,
    label: name,
    from: at,
    to: at,
    text: format(at),
    fill: "none"
  });
  const largest = steps.reduce((most, {contribution}) => Math.max(most, Math.abs(contribution)), 0);
  const lines: Line[] = [
    still("start", start, base),
    ...steps.map(({feature, contribution, from, to}, index) => ({
      key: `step ${index}`,
      label: feature === null ? rest : label(feature),
      from,
      to,
      text: signed(contribution, largest),
      fill: color(contribution > 0 ? "bad" : "good")
    })),
    still("end", end, score)
  ];
  const low = Math.min(...lines.map(({to}) => to), ...reach);
  const high = Math.max(...lines.map(({to}) => to), ...reach);
  const span = high - low || 1;
  const rowHeight = narrow ? 38 : 26;
  const y = {y: "key"} as const;
  const ending = (line: Line) => line.fill === "none";
  const values = (some: readonly Line[], side: 1 | -1) =>
    Plot.text(some, {
      ...y,
      x: "to",
      text: "text",
      textAnchor: side > 0 ? "start" : "end",
      dx: 5 * side,
      dy: narrow ? 8 : 0,
      fontSize: 11.5,
      fill: color("ink")
    });
  return Plot.plot({
    width,
    height: lines.length * rowHeight + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: labelMargin(
      lines.map(({label}) => label),
      narrow,
      {most: 260, none: 4}
    ),
    marginRight: 4,
    x: {axis: null, domain: [low - (narrow ? 0.28 : 0.16) * span, high + (narrow ? 0.28 : 0.16) * span]},
    y: {axis: null, domain: lines.map(({key}) => key), padding: 0},
    marks: [
      Plot.ruleX([base], {stroke: color("muted"), strokeDasharray: "4,3"}),
      Plot.barX(
        lines.filter((line) => !ending(line)),
        {...y, x1: "from", x2: "to", fill: "fill", insetTop: narrow ? 19 : 4, insetBottom: 4}
      ),
      Plot.tickX(lines.filter(ending), {
        ...y,
        x: "to",
        stroke: color("ink"),
        strokeWidth: 2,
        insetTop: narrow ? 18 : 3,
        insetBottom: 3
      }),
      rowLabels(lines, narrow, {
        ...y,
        text: "label",
        stroke: color("card"),
        strokeWidth: 4,
        fill: color("ink")
      }),
      values(
        lines.filter(({from, to}) => to >= from),
        1
      ),
      values(
        lines.filter(({from, to}) => to < from),
        -1
      )
    ]
  });
}
