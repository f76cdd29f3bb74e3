import * as Plot from "npm:@observablehq/plot";
import type {PolicyName} from "../../lib/experiments/bandit/policies.js";
import {formatCount, formatNumber} from "../../lib/format.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";
import {color} from "../colors.js";

const policyHues: Record<PolicyName, string> = {
  thompson: "indigo",
  ucb: "gold",
  epsilon: "orange",
  commit: "teal",
  split: "other"
};

/** Conversions that a policy has lost after so many visitors. */
export interface RegretRow {
  policy: string;
  name: PolicyName;
  visitors: number;
  mean: number;
  low: number;
  high: number;
}

/** The rows' last points, moved apart where their labels would overlap. */
function labelled(rows: readonly RegretRow[], height: number): (RegretRow & {at: number})[] {
  const last = Math.max(...rows.map(({visitors}) => visitors));
  const most = Math.max(...rows.map(({high}) => high), 1e-9);
  const gap = (15 / (height - 70)) * most;
  const ends = rows.filter(({visitors}) => visitors === last).sort((a, b) => a.mean - b.mean);
  let floor = -Infinity;
  return ends.map((row) => {
    const at = Math.max(row.mean, floor + gap);
    floor = at;
    return {...row, at};
  });
}

/** Lines of conversions lost, one for each policy, with bands. */
export function regretLines(rows: readonly RegretRow[], {width}: Size): Element {
  const narrow = isNarrow({width});
  const height = narrow ? 300 : 340;
  const stroke = ({name}: RegretRow) => color(policyHues[name]);
  return Plot.plot({
    width,
    height,
    marginLeft: 44,
    marginRight: narrow ? 124 : 132,
    marginTop: 28,
    x: {label: "Visitors so far", ticks: narrow ? 3 : 6, tickFormat: formatCount},
    y: {
      label: "Conversions lost",
      grid: true,
      zero: true,
      ticks: 5,
      tickFormat: (value: number) => formatNumber(value, value % 1 ? 1 : 0)
    },
    marks: [
      Plot.areaY(rows, {x: "visitors", y1: "low", y2: "high", z: "name", fill: stroke, fillOpacity: 0.12}),
      Plot.ruleY([0], {stroke: color("line")}),
      Plot.lineY(rows, {x: "visitors", y: "mean", z: "name", stroke, strokeWidth: 2}),
      Plot.text(labelled(rows, height), {
        x: "visitors",
        y: "at",
        text: "policy",
        dx: 6,
        textAnchor: "start",
        fontWeight: 600,
        fill: stroke
      }),
      Plot.tip(
        rows,
        Plot.pointer({
          x: "visitors",
          y: "mean",
          fill: color("card"),
          title: (row: RegretRow) =>
            `${row.policy}\n${formatCount(row.visitors)} visitors\nlost ${formatNumber(row.mean, 1)} (${formatNumber(row.low, 1)} to ${formatNumber(row.high, 1)})`
        })
      )
    ]
  });
}
