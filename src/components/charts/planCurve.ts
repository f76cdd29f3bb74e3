import * as Plot from "npm:@observablehq/plot";
import {formatCount} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** A point of a curve over users of the control. */
export interface PlanPoint {
  users: number;
  value: number;
}

interface PlanCurveOptions extends Size {
  /** The plan itself. */
  chosen: PlanPoint;
  label: string;
  format: (value: number) => string;
  /** Upper end of the scale, where it has one. */
  top?: number;
}

/** What so many users bring, with the plan marked on the curve. */
export function planCurve(
  points: readonly PlanPoint[],
  {width, chosen, label, format, top}: PlanCurveOptions
): Element {
  const stroke = color("accent");
  const right = Math.max(...points.map(({users}) => users));
  return Plot.plot({
    width,
    height: isNarrow({width}) ? 240 : 280,
    marginLeft: 62,
    marginRight: 20,
    marginTop: 28,
    x: {
      label: "Users in the control",
      ticks: isNarrow({width}) ? 4 : 8,
      tickFormat: (value: number) => formatCount(value)
    },
    y: {
      label,
      zero: true,
      grid: true,
      ticks: 5,
      tickFormat: format,
      ...(top === undefined ? {nice: true} : {domain: [0, top]})
    },
    marks: [
      Plot.ruleY([0], {stroke: color("muted")}),
      Plot.ruleX([chosen], {x: "users", stroke: color("muted"), strokeDasharray: "4,3"}),
      Plot.lineY(points, {x: "users", y: "value", stroke, strokeWidth: 2}),
      Plot.dot([chosen], {x: "users", y: "value", fill: color("ink"), r: 5}),
      Plot.text([chosen], {
        x: "users",
        y: "value",
        text: () => `${format(chosen.value)} with ${formatCount(chosen.users)}`,
        textAnchor: chosen.users > right / 2 ? "end" : "start",
        dx: chosen.users > right / 2 ? -10 : 10,
        dy: top === undefined ? -14 : 16,
        fontWeight: 600,
        stroke: color("card"),
        strokeWidth: 4,
        fill: color("ink")
      }),
      Plot.tip(
        points,
        Plot.pointerX({
          x: "users",
          y: "value",
          fill: color("card"),
          title: ({users, value}: PlanPoint) => `${formatCount(users)} users\n${format(value)}`
        })
      )
    ]
  });
}
