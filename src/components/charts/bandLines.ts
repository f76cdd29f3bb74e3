import * as Plot from "npm:@observablehq/plot";
import {dateOf} from "../../lib/days.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";

/** A point of a line with its interval. */
export interface BandPoint {
  line: string;
  x: number;
  y: number | null;
  low?: number | null;
  high?: number | null;
  /** What it rests on, in words, for the tip. */
  about?: string;
}

interface BandLinesOptions extends Size {
  x: string;
  y: string;
  format: (value: number) => string;
  formatX?: (value: number) => string;
  /** Whether x is a day's number, to be drawn as a date. */
  days?: boolean;
  /** Whether x is spread by orders of magnitude. */
  logX?: boolean;
  /** Colours by line; a single line is the accent's. */
  stroke?: (line: string) => string;
  /** Lines that stay level until the next point. */
  stepped?: boolean;
  /** A level to compare with, and what it is. */
  level?: {value: number; label: string; above?: boolean};
  height?: number;
  /** Whether the scale begins at 0. */
  zero?: boolean;
}

const lineHues = ["indigo", "orange", "teal", "plum", "gold", "green", "red", "violet"];

/** A colour for each of a few lines, in their order. */
export const lineColors = (lines: readonly string[]) => (line: string) =>
  lines.length === 1 ? color("accent") : color(lineHues[lines.indexOf(line) % lineHues.length] ?? "other");

const nameRoom = 120;
const lineGap = 14;

/** Lines with shaded intervals, each named at its end. */
export function bandLines(rows: readonly BandPoint[], options: BandLinesOptions): Element {
  const {width, x, y, format, formatX = String, days, logX, stepped, level, height, zero = true} = options;
  const points = rows.filter((row) => drawable(row.x) && drawable(row.y));
  const lines = [...new Set(points.map(({line}) => line))];
  const stroke = options.stroke ?? lineColors(lines);
  const narrow = isNarrow({width});
  const last = points.at(-1);
  const room = lines.length > 1 ? (narrow ? 84 : nameRoom) : 16 + 7 * (last ? format(last.y ?? 0).length : 4);
  const tall = height ?? (narrow ? 260 : 320);
  const banded = points.filter((row) => drawable(row.low) && drawable(row.high));
  const curve = stepped ? "step-after" : "linear";
  const at = {x: "x", y: "y"} as const;
  const ends = spread(
    lines.flatMap((line) => points.filter((point) => point.line === line).slice(-1)),
    points,
    tall
  );
  return Plot.plot({
    width,
    height: tall,
    marginLeft: 56,
    marginRight: room,
    marginTop: 26,
    marginBottom: 38,
    x: days
      ? {label: x, type: "utc", transform: (day: number) => dateOf(day)}
      : {label: x, type: logX ? "log" : "linear", tickFormat: formatX, ticks: narrow || logX ? 5 : 10},
    y: {label: y, tickFormat: format, grid: true, ticks: 5, zero},
    marks: [
      Plot.areaY(banded, {
        x: "x",
        y1: "low",
        y2: "high",
        z: "line",
        curve,
        fill: ({line}: BandPoint) => stroke(line),
        fillOpacity: 0.14
      }),
      level ? Plot.ruleY([level.value], {stroke: color("muted"), strokeDasharray: "4 3"}) : null,
      level
        ? Plot.text([level], {
            y: "value",
            frameAnchor: "left",
            dx: 4,
            dy: level.above ? -9 : 9,
            textAnchor: "start",
            text: "label",
            fill: color("muted"),
            stroke: color("card"),
            strokeWidth: 3
          })
        : null,
      Plot.lineY(points, {
        ...at,
        z: "line",
        curve,
        stroke: ({line}: BandPoint) => stroke(line),
        strokeWidth: 1.75
      }),
      points.length <= 60 && !stepped
        ? Plot.dot(points, {...at, r: 2.2, fill: ({line}: BandPoint) => stroke(line)})
        : null,
      lines.length > 1
        ? Plot.text(ends, {
            x: "x",
            y: "y",
            dx: 7,
            dy: 0,
            textAnchor: "start",
            text: ({line}: BandPoint) => shortened(line, narrow ? 12 : 18),
            fill: ({line}: BandPoint) => stroke(line),
            fontWeight: 600
          })
        : Plot.text(ends, {
            ...at,
            dx: 6,
            textAnchor: "start",
            text: ({y}: BandPoint) => format(y ?? 0),
            fill: color("ink"),
            fontWeight: 600
          }),
      Plot.tip(
        points,
        Plot.pointer({
          ...at,
          fill: color("card"),
          title: (row: BandPoint) =>
            [
              lines.length > 1 ? row.line : "",
              `${x}: ${formatX(row.x)}`,
              `${format(row.y ?? 0)}${drawable(row.low) && drawable(row.high) ? ` (${format(row.low)} to ${format(row.high)})` : ""}`,
              row.about ?? ""
            ]
              .filter(Boolean)
              .join("\n")
        })
      )
    ]
  });
}

const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** Moves the names of lines apart, so that none covers another. */
function spread(ends: readonly BandPoint[], points: readonly BandPoint[], tall: number): BandPoint[] {
  const values = points.flatMap(({y, low, high}) => [y, low, high].filter(drawable));
  const [least, most] = [Math.min(0, ...values), Math.max(...values, 0)];
  const unit = (most - least) / Math.max(1, tall - 64);
  let below = -Infinity;
  return [...ends]
    .sort((a, b) => (a.y ?? 0) - (b.y ?? 0))
    .map((end) => {
      const y = Math.max(end.y ?? 0, below + lineGap * unit);
      below = y;
      return {...end, y};
    });
}
