import * as Plot from "npm:@observablehq/plot";
import type {Channels, Showing} from "../../lib/explore/resultShape.js";
import {kindOf} from "../../lib/explore/resultShape.js";
import {formatCount, formatNumber, missing} from "../../lib/format.js";
import {color, palette} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

type Row = Readonly<Record<string, unknown>>;

const hues = Object.keys(palette).slice(0, 8);
const figure = (value: number) => (Number.isInteger(value) ? formatCount(value) : formatNumber(value, 2));

/** Rows of any query as bars, a line or dots; more than eight colours share the last. */
export function queryPlot(
  rows: readonly Row[],
  {width, mark, channels}: Size & {mark: Exclude<Showing, "table">; channels: Channels}
): Element {
  const {x, y} = channels;
  const number = (column: string) => kindOf(rows, column) === "number";
  const plain = (value: unknown) => (value === null || value === undefined ? missing : value);
  const across = (row: Row) => (number(x) || kindOf(rows, x) === "time" ? row[x] : String(plain(row[x])));
  const up = (row: Row) => (number(y) || kindOf(rows, y) === "time" ? row[y] : String(plain(row[y])));
  const groups =
    channels.color === "" ? [] : [...new Set(rows.map((row) => String(plain(row[channels.color]))))];
  const colorOf = (row: Row) =>
    channels.color === ""
      ? color("accent")
      : color(hues[Math.min(hues.length - 1, groups.indexOf(String(plain(row[channels.color]))))]);
  const texts = kindOf(rows, x) === "text" || (mark === "bar" && number(x));
  const marks = {
    bar: () =>
      texts
        ? Plot.barY(rows, {x: across, y: up, fill: colorOf})
        : Plot.rectY(rows, {x: across, y: up, fill: colorOf, interval: "month"}),
    line: () =>
      Plot.lineY(rows, {x: across, y: up, stroke: colorOf, z: channels.color === "" ? null : colorOf}),
    dot: () => Plot.dot(rows, {x: across, y: up, fill: colorOf, r: 3})
  };
  const domain = mark === "line" || texts ? {domain: [...new Set(rows.map(across))]} : {};
  const crowded = texts && new Set(rows.map(across)).size > width / 40;
  return Plot.plot({
    width,
    height: isNarrow({width}) ? 280 : 360,
    marginLeft: 72,
    marginBottom: crowded ? 90 : 44,
    x: {
      label: x,
      ...(texts
        ? {type: mark === "bar" ? "band" : "point", ...domain, ...(crowded ? {tickRotate: -60} : {})}
        : {}),
      ...(kindOf(rows, x) === "time" ? {type: "utc"} : number(x) && !texts ? {tickFormat: figure} : {})
    },
    y: {label: y, grid: true, ...(number(y) ? {tickFormat: figure} : {})},
    marks: [
      marks[mark](),
      mark === "bar" && number(y) ? Plot.ruleY([0], {stroke: color("line")}) : null,
      Plot.tip(
        rows,
        Plot.pointer({
          x: across,
          y: up,
          fill: color("card"),
          title: (row: Row) =>
            Object.entries(row)
              .map(([name, value]) => `${name}: ${String(plain(value))}`)
              .join("\n")
        })
      )
    ]
  });
}
