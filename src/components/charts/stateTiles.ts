import * as Plot from "npm:@observablehq/plot";
import type {Tile} from "../brazil.js";
import {classBounds, classOf, grid, tiles} from "../brazil.js";
import {color, onStepColor, stepColor, steps} from "../colors.js";
import type {Size} from "./size.js";
import {drawable} from "./size.js";

/** A state's two letters and its value; states without a row count as having none. */
export interface StateValue {
  state: string;
  value: number | null;
}

interface StateTilesOptions extends Size {
  /** What the value is: "Revenue". */
  label: string;
  /** How a value reads in a tip. */
  format: (value: number) => string;
  /** How a value reads on a tile and in the legend: at most some eight characters, so without a currency. */
  short: (value: number) => string;
}

const legendRow = grid.rows + 0.55;

/**
 * Brazil as a grid of 27 tiles, the darker (or, on a dark page, brighter) the larger the value, in five classes of
 * about as many states each.
 */
export function stateTiles(
  rows: readonly StateValue[],
  {width, label, format, short}: StateTilesOptions
): Element {
  const values = new Map(rows.map(({state, value}) => [state, drawable(value) ? value : null]));
  const bounds = classBounds([...values.values()].filter(drawable), steps);
  const data = tiles.map((tile) => ({
    ...tile,
    value: values.get(tile.state),
    step: classOf(values.get(tile.state), bounds)
  }));
  type Datum = (typeof data)[number];
  const cell = Math.min(76, Math.floor((width - 2) / grid.columns));
  const cellHeight = Math.min(cell, 44);
  const texts = data.map(({value}) => (drawable(value) ? short(value) : "none"));
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 0);
  const small = Math.min(9.5, (cell - 6) / (longest * 0.58));
  const classes = Array.from({length: bounds.length + 1}, (_, i) => i + 1);
  const span = grid.columns / classes.length;
  const textLine = (read: (tile: Datum, i: number) => string, dy: number, bold: boolean) =>
    Plot.text(data, {
      x: ({column}: Tile) => column + 0.5,
      y: ({row}: Tile) => row + 0.5,
      text: read,
      dy,
      fontSize: bold ? 12 : small,
      fontWeight: bold ? 700 : 400,
      fill: ({step}: Datum) => onStepColor(step)
    });
  return Plot.plot({
    width: cell * grid.columns + 2,
    height: Math.ceil(cellHeight * (grid.rows + 1.5)),
    margin: 1,
    axis: null,
    x: {domain: [0, grid.columns]},
    y: {domain: [0, grid.rows + 1.5], reverse: true},
    marks: [
      Plot.rect(data, {
        x1: "column",
        x2: ({column}: Tile) => column + 1,
        y1: "row",
        y2: ({row}: Tile) => row + 1,
        inset: 1.5,
        rx: 4,
        fill: ({step}: Datum) => stepColor(step)
      }),
      textLine(({state}) => state, -6, true),
      textLine((_, i) => texts[i], 8, false),
      Plot.rect(classes, {
        x1: (_, i) => i * span,
        x2: (_, i) => (i + 1) * span,
        y1: legendRow,
        y2: legendRow + 0.3,
        insetLeft: 0.5,
        insetRight: 0.5,
        fill: (step: number) => stepColor(step)
      }),
      Plot.text(bounds, {
        x: (_, i) => (i + 1) * span,
        y: legendRow + 0.55,
        text: (bound: number) => short(bound),
        fontSize: 10
      }),
      Plot.text([label], {
        x: 0,
        y: legendRow - 0.25,
        text: (text: string) => text,
        textAnchor: "start",
        fontSize: 10
      }),
      Plot.tip(
        data,
        Plot.pointer({
          x: ({column}: Tile) => column + 0.5,
          y: ({row}: Tile) => row + 0.5,
          fill: color("card"),
          title: ({name, value}: Datum) => `${name}\n${label}: ${drawable(value) ? format(value) : "none"}`
        })
      )
    ]
  });
}
