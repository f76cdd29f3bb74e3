import * as Plot from "npm:@observablehq/plot";
import {formatCount, formatNumber} from "../../lib/format.js";
import {color, familyColor} from "../colors.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";

/** Mean log loss after so many rounds, on the rows learnt from and on those held out. */
export interface RoundRow {
  round: number;
  train: number;
  validation: number | null;
}

interface ValidationOptions extends Size {
  family: string;
  /** The round that is kept; null to mark none. */
  best: number | null;
}

/** How the loss goes on with the rounds: falling where it is learnt from, rising again where it is held out. */
export function validationCurve(
  rows: readonly RoundRow[],
  {width, family, best}: ValidationOptions
): Element {
  const lines = [
    {name: "training", key: "train", stroke: color("muted"), dash: "4,3"},
    {name: "validation", key: "validation", stroke: familyColor(family), dash: undefined}
  ] as const;
  const rounds = rows.reduce((last, {round}) => Math.max(last, round), 1);
  const kept = rows.filter(({round}) => round === best);
  return Plot.plot({
    width,
    height: 260,
    marginLeft: 56,
    marginBottom: 40,
    marginRight: 76,
    marginTop: 26,
    x: {label: "Rounds", domain: [0, rounds], ticks: isNarrow({width}) ? 4 : 8, tickFormat: formatCount},
    y: {label: "Mean log loss", grid: true, ticks: 5, tickFormat: (loss: number) => formatNumber(loss, 3)},
    marks: [
      Plot.ruleX(kept, {x: "round", stroke: color("muted")}),
      Plot.text(kept, {
        x: "round",
        frameAnchor: "top",
        text: ({round}: RoundRow) => `best: round ${formatCount(round)}`,
        textAnchor: (best ?? 0) > rounds / 2 ? "end" : "start",
        dx: (best ?? 0) > rounds / 2 ? -6 : 6,
        fontWeight: 600,
        stroke: color("card"),
        strokeWidth: 4,
        fill: color("ink")
      }),
      ...lines.flatMap(({name, key, stroke, dash}) => {
        const points = rows.filter((row) => drawable(row[key]));
        const at = {x: "round", y: key} as const;
        return [
          Plot.lineY(points, {...at, stroke, strokeWidth: 1.75, strokeDasharray: dash}),
          Plot.text(points.slice(-1), {
            ...at,
            text: () => name,
            textAnchor: "start",
            dx: 6,
            dy: key === "train" ? 0 : -12,
            fill: stroke
          })
        ];
      }),
      Plot.dot(
        kept.filter(({validation}) => drawable(validation)),
        {x: "round", y: "validation", fill: familyColor(family), r: 4}
      ),
      Plot.tip(
        rows.filter(({train}) => drawable(train)),
        Plot.pointerX({
          x: "round",
          y: "train",
          fill: color("card"),
          title: ({round, train, validation}: RoundRow) =>
            `after ${formatCount(round)} rounds\n${formatNumber(train, 4)} on training rows${drawable(validation) ? `\n${formatNumber(validation, 4)} on rows held out` : ""}`
        })
      )
    ]
  });
}
