import * as Plot from "npm:@observablehq/plot";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {drawable} from "./size.js";

/** A group's estimate with its interval; a row without a value only parts the rows above it from those below. */
export interface GroupDot {
  /** Unique among the rows. */
  label: string;
  value: number | null;
  low: number | null;
  high: number | null;
  /** What it is compared with. */
  mark?: number | null;
  /** What stands at the end of the row. */
  text: string;
  /** For the tip. */
  about: string;
}

/** Labels go above their rows only where there is no room beside them: half a wide page has it. */
const narrowest = 400;

interface GroupDotsOptions extends Size {
  /** What the axis counts. */
  axis: string;
  format: (value: number) => string;
  /** A level that all rows are compared with, and what it is. */
  level?: {value: number; label: string};
  /** What the marks are, where rows have them. */
  markLabel?: string;
  /** Whether intervals are cut where they go far beyond all values. */
  cut?: boolean;
}

/** A dot with its interval for each group, in the order of the rows. */
export function groupDots(rows: readonly GroupDot[], options: GroupDotsOptions): Element {
  const {width, axis, format, level, markLabel, cut = false} = options;
  const narrow = width < narrowest;
  const shown = rows.filter(({value}) => drawable(value));
  const ranged = shown.filter(({low, high}) => drawable(low) && drawable(high));
  const marked = shown.filter(({mark}) => drawable(mark));
  const rowHeight = narrow ? 38 : 24;
  const longest = (read: (row: GroupDot) => string) =>
    rows.reduce((most, row) => Math.max(most, read(row).length), 0);
  const inner = [...shown.flatMap(({value, mark}) => [value, mark]), level?.value].filter(drawable);
  const outer = [...inner, ...ranged.flatMap(({low, high}) => [low, high])].filter(drawable);
  const beyond = inner.length > 0 ? 0.25 * (Math.max(...inner) - Math.min(...inner)) : 0;
  const [least, most] =
    inner.length === 0
      ? [0, 1]
      : cut
        ? [
            Math.max(Math.min(...outer), Math.min(...inner) - beyond),
            Math.min(Math.max(...outer), Math.max(...inner) + beyond)
          ]
        : [Math.min(...outer), Math.max(...outer)];
  const pad = 0.04 * (most - least) || 0.1 * Math.abs(most) || 0.5;
  const y = {y: "label"} as const;
  const down = narrow ? 4 : 0;
  const early = level !== undefined && level.value < (least + most) / 2;
  return Plot.plot({
    width,
    height: rows.length * rowHeight + 44 + (level || markLabel ? 20 : 4),
    marginTop: level || markLabel ? 20 : 4,
    marginBottom: 44,
    marginLeft: narrow ? 6 : Math.min(220, Math.max(32, longest(({label}) => label) * 6.6 + 12)),
    marginRight: narrow ? 18 : longest(({text}) => text) * 6.4 + 18,
    x: {
      label: axis,
      labelAnchor: "center",
      labelArrow: "none",
      domain: [least - pad, most + pad],
      ticks: width < 480 ? 4 : 6,
      tickFormat: format,
      grid: true
    },
    y: {axis: null, domain: rows.map(({label}) => label), padding: 0},
    marks: [
      level ? Plot.ruleX([level.value], {stroke: color("muted"), strokeDasharray: "4 3"}) : null,
      level
        ? Plot.text([level], {
            x: "value",
            frameAnchor: "top",
            dy: -14,
            text: "label",
            textAnchor: early ? "start" : "end",
            fill: color("muted")
          })
        : null,
      markLabel && marked.length > 0
        ? Plot.text([markLabel], {
            frameAnchor: "top-right",
            dy: -14,
            text: (text: string) => `◇ ${text}`,
            textAnchor: "end",
            fill: color("muted")
          })
        : null,
      Plot.barX(ranged, {
        ...y,
        x1: ({low}: GroupDot) => Math.max(low ?? least, least - pad),
        x2: ({high}: GroupDot) => Math.min(high ?? most, most + pad),
        fill: color("accent"),
        fillOpacity: 0.45,
        insetTop: rowHeight / 2 + down - 2,
        insetBottom: rowHeight / 2 - down - 2
      }),
      Plot.dot(marked, {
        ...y,
        x: "mark",
        symbol: "diamond",
        r: 4.5,
        dy: down,
        fill: color("card"),
        stroke: color("muted"),
        strokeWidth: 1.5
      }),
      Plot.dot(shown, {...y, x: "value", r: 3.75, dy: down, fill: color("accent")}),
      Plot.text(rows, {
        ...y,
        frameAnchor: "left",
        text: "label",
        textAnchor: narrow ? "start" : "end",
        dx: narrow ? -4 : -8,
        dy: narrow ? -12 : 0,
        fontSize: 12
      }),
      Plot.text(rows, {
        ...y,
        frameAnchor: "right",
        text: "text",
        textAnchor: narrow ? "end" : "start",
        dx: narrow ? 14 : 8,
        dy: narrow ? -12 : 0,
        fontSize: 11.5,
        fill: color("muted")
      }),
      Plot.tip(
        shown,
        Plot.pointerY({...y, x: "value", fill: color("card"), title: ({about}: GroupDot) => about})
      )
    ]
  });
}
