import * as Plot from "npm:@observablehq/plot";
import {formatNumber} from "../../lib/format.js";
import {color, familyColor} from "../colors.js";
import type {OfModel} from "./modelLegend.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";

/** A model's ROC-AUC under a label from some features. */
export interface ScoreRow extends OfModel {
  /** What it was trained on; rows of a group stand together. */
  group: string;
  value: number | null;
  low: number | null;
  high: number | null;
}

const rowHeight = 20;
const headHeight = 26;

/** A dot and its interval for every model, group by group, the first named, from guessing at .5 to perfect at 1. */
export function leakageDots(rows: readonly ScoreRow[], {width}: Size): Element {
  const shown = rows.filter(({value}) => drawable(value));
  const narrow = isNarrow({width});
  const groups = [...new Set(shown.map(({group}) => group))];
  const heads = new Map<string, number>();
  const places = new Map<ScoreRow, number>();
  let y = 0;
  for (const group of groups) {
    heads.set(group, y + headHeight / 2 + 3);
    y += headHeight;
    for (const row of shown.filter((one) => one.group === group)) {
      places.set(row, y + rowHeight / 2);
      y += rowHeight;
    }
  }
  const least = Math.min(0.5, ...shown.map(({value, low}) => low ?? value ?? 0.5));
  const at = {y: (row: ScoreRow) => places.get(row) ?? 0} as const;
  const stroke = ({family}: ScoreRow) => familyColor(family);
  const bounded = shown.filter(({low, high}) => drawable(low) && drawable(high));
  const write = ({group, model, value}: ScoreRow) =>
    `${group === groups[0] ? `${model}  ` : ""}${formatNumber(value, 3)}`;
  const [left, right] = [
    shown.filter(({value}) => (value ?? 0) > 0.85),
    shown.filter(({value}) => (value ?? 0) <= 0.85)
  ];
  const text = {...at, text: write, fontSize: 12, fill: color("ink"), stroke: color("card"), strokeWidth: 4};
  return Plot.plot({
    width,
    height: y + 66,
    marginTop: 24,
    marginBottom: 42,
    marginLeft: 16,
    marginRight: 16,
    x: {
      label: "ROC-AUC",
      domain: [Math.floor(least * 20) / 20, 1],
      ticks: narrow ? 5 : 10,
      tickFormat: (value: number) => formatNumber(value, 2),
      grid: true
    },
    y: {axis: null, domain: [0, y || 1], reverse: true},
    marks: [
      Plot.ruleX([0.5], {stroke: color("muted"), strokeDasharray: "4,3"}),
      Plot.text([0.5], {
        x: 0.5,
        frameAnchor: "top",
        dy: -14,
        textAnchor: "start",
        text: () => "guessing",
        fill: color("muted")
      }),
      Plot.text([1], {
        x: 1,
        frameAnchor: "top",
        dy: -14,
        textAnchor: "end",
        text: () => "perfect",
        fill: color("muted")
      }),
      Plot.ruleY(bounded, {...at, x1: "low", x2: "high", stroke, strokeWidth: 2.5}),
      Plot.dot(shown, {...at, x: "value", fill: stroke, r: 5}),
      Plot.text(left, {...text, x: (row: ScoreRow) => row.low ?? row.value, textAnchor: "end", dx: -9}),
      Plot.text(right, {...text, x: (row: ScoreRow) => row.high ?? row.value, textAnchor: "start", dx: 9}),
      Plot.text(groups, {
        y: (group: string) => heads.get(group) ?? 0,
        frameAnchor: "left",
        textAnchor: "start",
        text: (group: string) => group,
        fontSize: narrow ? 11.5 : 12.5,
        fontWeight: 600,
        dx: -14,
        fill: color("ink"),
        stroke: color("card"),
        strokeWidth: 5
      })
    ]
  });
}
