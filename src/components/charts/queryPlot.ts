import * as Plot from "npm:@observablehq/plot";
import type {Channels, Showing} from "../../lib/explore/resultShape.js";
import {kindOf} from "../../lib/explore/resultShape.js";
import {formatCount, formatDay, formatNumber, missing} from "../../lib/format.js";
import {color, palette} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

type Row = Readonly<Record<string, unknown>>;

const hues = Object.keys(palette).slice(0, 8);
const figure = (value: number) => (Number.isInteger(value) ? formatCount(value) : formatNumber(value, 2));

/** A value of any type in words. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return missing;
  if (typeof value === "string") return value;
  if (typeof value === "number") return figure(value);
  return value instanceof Date ? formatDay(value) : (JSON.stringify(value) ?? missing);
}

/** Rows of any query as bars, lines or dots; what comes after eight colours is grey. */
export function queryPlot(
  rows: readonly Row[],
  {width, mark, channels}: Size & {mark: Exclude<Showing, "table">; channels: Channels}
): Element {
  const {x, y} = channels;
  const kinds = {[x]: kindOf(rows, x), [y]: kindOf(rows, y)};
  const number = (column: string) => kinds[column] === "number";
  const read = (column: string) => (row: Row) =>
    kinds[column] === "text" ? textOf(row[column]) : row[column];
  const [across, up] = [read(x), read(y)];
  const colored = channels.color !== "";
  const groups = colored ? [...new Set(rows.map((row) => textOf(row[channels.color])))] : [];
  const paint = colored ? (row: Row) => textOf(row[channels.color]) : color("accent");
  const texts = kinds[x] === "text" || (mark === "bar" && number(x));
  const marks = {
    bar: () =>
      texts
        ? Plot.barY(rows, {x: across, y: up, fill: paint})
        : Plot.rectY(rows, {x: across, y: up, fill: paint, interval: "month"}),
    line: () => Plot.lineY(rows, {x: across, y: up, stroke: paint, z: colored ? paint : null}),
    dot: () => Plot.dot(rows, {x: across, y: up, fill: paint, r: 3})
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
      ...(kinds[x] === "time" ? {type: "utc"} : number(x) && !texts ? {tickFormat: figure} : {})
    },
    y: {label: y, grid: true, ...(number(y) ? {tickFormat: figure} : {})},
    ...(colored
      ? {
          color: {
            type: "categorical",
            domain: groups.slice(0, hues.length),
            range: hues.map(color),
            unknown: color("other"),
            legend: true,
            label: channels.color
          }
        }
      : {}),
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
              .map(([name, value]) => `${name}: ${textOf(value)}`)
              .join("\n")
        })
      )
    ]
  });
}
