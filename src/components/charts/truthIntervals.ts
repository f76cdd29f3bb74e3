import {rowLabels} from "./rowLabels.js";
import * as Plot from "npm:@observablehq/plot";
import type {RepeatedCampaign} from "../../lib/experiments/practice/repeatCampaign.js";
import {color} from "../colors.js";
import {isNarrow} from "./size.js";
import type {Size} from "./size.js";

/** A way to read a campaign, with its interval. */
export interface WayRow {
  way: string;
  difference: number;
  low: number;
  high: number;
}

interface TruthOptions extends Size {
  /** The planted effect. */
  truth: number;
  label: string;
  format: (value: number) => string;
}

function domain(rows: readonly {low: number; high: number}[], truth: number): [number, number] {
  let [least, most] = [Math.min(0, truth), Math.max(0, truth)];
  for (const {low, high} of rows) {
    least = Math.min(least, low);
    most = Math.max(most, high);
  }
  const pad = 0.06 * (most - least) || 0.01;
  return [least - pad, most + pad];
}

/** The rule of the truth with its name above, and one of no effect at all. */
const rules = (truth: number, text: string, [least, most]: [number, number]) => [
  Plot.ruleX([0], {stroke: color("muted")}),
  Plot.ruleX([truth], {stroke: color("bad"), strokeWidth: 2, strokeDasharray: "5,3"}),
  Plot.text([truth], {
    x: (value: number) => value,
    frameAnchor: "top",
    dy: -18,
    text: () => text,
    textAnchor: truth > (least + most) / 2 ? "end" : "start",
    fill: color("bad"),
    fontWeight: 600
  })
];

/** The axis of effects, named below its middle. */
const axis = (domain: [number, number], {width, label, format}: TruthOptions) => ({
  label,
  labelAnchor: "center" as const,
  labelArrow: "none" as const,
  domain,
  ticks: isNarrow({width}) ? 3 : 6,
  tickFormat: format,
  grid: true
});

/** Estimates with their intervals, one below the other, beside the planted truth. */
export function wayIntervals(rows: readonly WayRow[], options: TruthOptions): Element {
  const {width, truth, format} = options;
  const x = domain(rows, truth);
  const narrow = isNarrow({width});
  const y = {y: "way"} as const;
  return Plot.plot({
    width,
    height: rows.length * 62 + 66,
    marginTop: 30,
    marginBottom: 38,
    marginLeft: narrow ? 26 : 150,
    marginRight: 26,
    x: axis(x, options),
    y: {type: "band", axis: null, domain: rows.map(({way}) => way), padding: 0},
    marks: [
      ...rules(truth, `planted: ${format(truth)}`, x),
      Plot.ruleY(rows, {...y, x1: "low", x2: "high", stroke: color("accent"), strokeWidth: 3}),
      Plot.dot(rows, {...y, x: "difference", fill: color("accent"), r: 5.5}),
      Plot.text(rows, {
        ...y,
        x: "difference",
        text: ({difference}: WayRow) => format(difference),
        dy: -13,
        fontWeight: 600,
        fill: color("ink"),
        stroke: color("card"),
        strokeWidth: 4
      }),
      rowLabels(rows, narrow, {
        ...y,
        text: "way",
        fill: color("ink"),
        stroke: narrow ? color("card") : undefined,
        strokeWidth: 4,
        gap: 8,
        above: -16
      })
    ]
  });
}

/** The intervals of many draws, from the smallest estimate to the largest; those that miss the truth stand out. */
export function repeatIntervals(rows: readonly RepeatedCampaign[], options: TruthOptions): Element {
  const {width, truth, format} = options;
  const ascending = rows
    .toSorted((a, b) => a.difference - b.difference)
    .map((row, place) => ({...row, place}));
  const x = domain(rows, truth);
  type Placed = (typeof ascending)[number];
  const stroke = ({covers}: Placed) => (covers ? color("other") : color("bad"));
  return Plot.plot({
    width,
    height: 380,
    marginTop: 30,
    marginBottom: 38,
    marginLeft: 8,
    marginRight: 26,
    x: axis(x, options),
    y: {axis: null, domain: [-1, Math.max(1, rows.length)]},
    marks: [
      Plot.ruleY(ascending, {
        y: "place",
        x1: "low",
        x2: "high",
        stroke,
        strokeWidth: ({covers}: Placed) => (covers ? 1 : 1.8),
        strokeOpacity: ({covers}: Placed) => (covers ? 0.55 : 1)
      }),
      Plot.dot(ascending, {
        y: "place",
        x: "difference",
        r: 2,
        fill: ({p}: Placed) => (p < 0.05 ? color("ink") : color("card")),
        stroke: color("ink"),
        strokeWidth: 0.7
      }),
      ...rules(truth, `planted: ${format(truth)}`, x)
    ]
  });
}
