import * as Plot from "npm:@observablehq/plot";
import type {PolicyName} from "../../lib/experiments/bandit/policies.js";
import {formatCount, formatNumber, formatShare} from "../../lib/format.js";
import type {Size} from "../charts/size.js";
import {isNarrow} from "../charts/size.js";
import {color} from "../colors.js";

const policyHues: Record<PolicyName, string> = {
  thompson: "indigo",
  ucb: "gold",
  epsilon: "orange",
  commit: "teal",
  split: "other"
};

const armHues = ["indigo", "orange", "teal", "plum", "gold", "green", "red", "violet", "accent", "other"];

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
export function regretPlot(rows: readonly RegretRow[], {width}: Size): Element {
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

/** The share of visitors that an arm gets. */
export interface AllocationRow {
  visitors: number;
  arm: string;
  place: number;
  share: number;
}

/** Stacked shares of the arms over time. */
export function allocationPlot(rows: readonly AllocationRow[], {width}: Size): Element {
  const narrow = isNarrow({width});
  const fill = ({place}: AllocationRow) => color(armHues[place % armHues.length]);
  const last = Math.max(...rows.map(({visitors}) => visitors));
  const ends = rows.filter(({visitors}) => visitors === last).sort((a, b) => a.place - b.place);
  let below = 0;
  const names = ends.map((row) => {
    const at = below + row.share / 2;
    below += row.share;
    return {...row, at};
  });
  return Plot.plot({
    width,
    height: narrow ? 220 : 240,
    marginLeft: 44,
    marginRight: 84,
    x: {label: "Visitors so far", ticks: narrow ? 3 : 5, tickFormat: formatCount},
    y: {label: null, domain: [0, 1], ticks: 5, tickFormat: (share: number) => formatShare(share, 0)},
    marks: [
      Plot.areaY(
        rows,
        Plot.stackY({order: "place"}, {x: "visitors", y: "share", z: "place", fill, fillOpacity: 0.7})
      ),
      Plot.text(
        names.filter(({share}) => share > 0.05),
        {x: "visitors", y: "at", text: "arm", dx: 6, textAnchor: "start", fontWeight: 600, fill}
      )
    ]
  });
}
