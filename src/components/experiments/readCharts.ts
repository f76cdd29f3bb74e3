import * as Plot from "npm:@observablehq/plot";
import {figureWords} from "../../lib/experiments/read/conclusion.js";
import type {Daily} from "../../lib/experiments/read/daily.js";
import type {Reading} from "../../lib/experiments/read/readTest.js";
import {levelText} from "../../lib/experiments/read/words.js";
import {formatCount, formatDay} from "../../lib/format.js";
import {chart} from "../chart.js";
import {isNarrow} from "../charts/size.js";
import {color} from "../colors.js";
import type {ReadNow} from "./readNow.js";

/** An effect with its interval, in the units of its axis; an open end reaches to the edge. */
interface EffectRow {
  effect: string;
  value: number;
  low: number | null;
  high: number | null;
}

const rowsOf = (reading: Reading, suffix = ""): EffectRow[] =>
  reading.comparisons.flatMap(({treatment, difference, intervals}) =>
    intervals
      .slice(0, 1)
      .map(({interval}) => ({effect: `${treatment}${suffix}`, value: difference, ...interval}))
  );

const users = ({reading}: ReadNow) =>
  `${formatCount(reading.arms.reduce((sum, arm) => sum + arm.users, 0))} users`;

/** Each treatment's difference from the control with its interval; with CUPED beside it where it is used. */
export function effectChart(now: ReadNow): HTMLElement {
  const {reading, adjusted} = now;
  const {change, what} = figureWords(reading.kind);
  const alpha = 1 - reading.level;
  const found = reading.comparisons.filter((each) => each.adjusted !== null && each.adjusted < alpha);
  return chart({
    name: "read-effect",
    title: found.length
      ? `${found.map(({treatment}) => `“${treatment}”`).join(", ")} ${found.length > 1 ? "differ" : "differs"} from “${reading.arms[0].name}” by more than chance`
      : `No treatment is shown to differ from “${reading.arms[0].name}”`,
    note: `Difference of the ${what} from the control’s, with its ${levelText(reading.level)} interval (${reading.comparisons[0].intervals[0]?.name ?? "none"}), not adjusted for being several; dashed: no effect.`,
    data: [...rowsOf(reading), ...(adjusted ? rowsOf(adjusted.reading, ", CUPED") : [])],
    counted: () => users(now),
    empty: "There is no interval to draw: the values do not vary.",
    render: (rows, {width}) => forest(rows, {width, format: change})
  });
}

function forest(
  rows: readonly EffectRow[],
  {width, format}: {width: number; format: (value: number) => string}
): Element {
  const ends = [0, ...rows.flatMap(({value, low, high}) => [value, low ?? value, high ?? value])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const pad = 0.08 * (most - least) || 1;
  const domain: [number, number] = [least - pad, most + pad];
  const at = {y: "effect"} as const;
  const text = {stroke: color("card"), strokeWidth: 4, fill: color("ink")};
  return Plot.plot({
    width,
    height: rows.length * 52 + 56,
    marginTop: 20,
    marginBottom: 36,
    marginLeft: 16,
    marginRight: 16,
    x: {label: null, domain, ticks: isNarrow({width}) ? 3 : 7, tickFormat: format, grid: true},
    y: {axis: null, type: "point", domain: rows.map(({effect}) => effect), padding: 0.5},
    marks: [
      Plot.ruleX([0], {stroke: color("muted"), strokeDasharray: "4,3"}),
      Plot.ruleY(rows, {
        ...at,
        x1: ({low}: EffectRow) => low ?? domain[0],
        x2: ({high}: EffectRow) => high ?? domain[1],
        stroke: color("accent"),
        strokeWidth: 3
      }),
      Plot.dot(rows, {...at, x: "value", fill: color("accent"), r: 5}),
      Plot.text(rows, {
        ...at,
        x: "value",
        text: ({value}: EffectRow) => format(value),
        dy: -13,
        fontWeight: 600,
        ...text
      }),
      Plot.text(rows, {
        ...at,
        frameAnchor: "left",
        text: "effect",
        textAnchor: "start",
        dy: 15,
        fontSize: 12,
        ...text
      })
    ]
  });
}

/** The effect of the first treatment by the end of each day; null where there are no days. */
export function dailyChart(now: ReadNow): HTMLElement | null {
  const {reading, summary} = now;
  if (!summary?.daily.length) return null;
  const {change} = figureWords(reading.kind);
  const outside = summary.daily.filter(({low, high}) => (low ?? -1) > 0 || (high ?? 1) < 0).length;
  return chart({
    name: "read-daily",
    title: `On ${formatCount(outside)} of ${formatCount(summary.daily.length)} days the interval would have left zero out`,
    note: `Difference of “${reading.comparisons[0].treatment}” from the control among all users until the end of a day, with Welch’s ${levelText(reading.level)} interval, as if that day were the only look.`,
    data: summary.daily.map((row) => ({...row, date: new Date(row.day * 86_400_000)})),
    counted: () => users(now),
    render: (rows, {width}) => daily(rows, {width, format: change})
  });
}

function daily(
  rows: readonly (Daily & {date: Date})[],
  {width, format}: {width: number; format: (value: number) => string}
): Element {
  const late = rows.slice(Math.min(2, Math.max(0, rows.length - 3)));
  const ends = [
    0,
    ...late.flatMap(({difference, low, high}) => [difference, low ?? difference, high ?? difference])
  ];
  const at = {x: "date", y: "difference"} as const;
  const domain: [number, number] = [Math.min(...ends), Math.max(...ends)];
  return Plot.plot({
    width,
    height: 260,
    marginLeft: 62,
    marginRight: 20,
    x: {type: "utc", label: null, ticks: isNarrow({width}) ? 3 : 7},
    y: {label: null, tickFormat: format, grid: true, domain, clamp: true, ticks: 5},
    marks: [
      Plot.areaY(rows, {
        x: "date",
        y1: ({low}: Daily) => low ?? domain[0],
        y2: ({high}: Daily) => high ?? domain[1],
        fill: color("accent"),
        fillOpacity: 0.18
      }),
      Plot.ruleY([0], {stroke: color("muted"), strokeDasharray: "4,3"}),
      Plot.lineY(rows, {...at, stroke: color("accent"), strokeWidth: 2}),
      Plot.dot(rows, {...at, fill: color("accent"), r: 2.5}),
      Plot.tip(
        rows,
        Plot.pointerX({
          ...at,
          fill: color("card"),
          title: (row: Daily & {date: Date}) =>
            `${formatDay(row.date)}\n${format(row.difference)}\n${formatCount(row.users)} users`
        })
      )
    ]
  });
}
