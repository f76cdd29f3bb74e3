import * as Plot from "npm:@observablehq/plot";
import {formatNumber} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {drawable} from "./size.js";

/** The mean log loss of the training rows after so many steps. */
export interface LossStep {
  step: number;
  loss: number;
}

interface LossOptions extends Size {
  /** Steps that the training will take. */
  steps: number;
  /** Loss at the minimum of the objective, where it is known. */
  optimum?: number;
}

/** How the loss falls with the steps, with the loss where the objective is least as a dashed line. */
export function lossCurve(rows: readonly LossStep[], {width, steps, optimum}: LossOptions): Element {
  const points = rows.filter(({loss}) => drawable(loss));
  const last = points.at(-1);
  const at = {x: "step", y: "loss"} as const;
  const stroke = color("accent");
  return Plot.plot({
    width,
    height: 220,
    marginLeft: 52,
    marginRight: 58,
    x: {label: "Steps", domain: [0, Math.max(1, steps)], tickFormat: (step: number) => formatNumber(step, 0)},
    y: {label: "Mean log loss", grid: true, ticks: 5, tickFormat: (loss: number) => formatNumber(loss, 2)},
    marks: [
      drawable(optimum) ? Plot.ruleY([optimum], {stroke: color("muted"), strokeDasharray: "4,3"}) : null,
      Plot.lineY(points, {...at, stroke, strokeWidth: 1.75}),
      Plot.dot(last ? [last] : [], {...at, fill: stroke, r: 3}),
      Plot.text(last ? [last] : [], {
        ...at,
        text: ({loss}: LossStep) => formatNumber(loss, 4),
        textAnchor: "start",
        dx: 7,
        dy: -8,
        fontWeight: 600,
        fill: color("ink")
      })
    ]
  });
}
