import * as Plot from "npm:@observablehq/plot";
import type {PathPoint} from "../../lib/experiments/sequential/peekingPath.js";
import {formatCount, formatFine} from "../../lib/format.js";
import {color} from "../colors.js";
import {cornerNames} from "./cornerNames.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

interface LookPathOptions extends Size {
  looks: number;
  /** The true difference. */
  effect: number;
  /** The largest difference that is drawn. */
  cap: number;
  /** Where a reader who peeks stops. */
  stop?: PathPoint;
}

/** A test's difference look by look, with the interval of each look and the one that holds at all of them. */
export function lookPath(
  drawn: readonly PathPoint[],
  {width, looks, effect, cap, stop}: LookPathOptions
): Element {
  return Plot.plot({
    width,
    height: isNarrow({width}) ? 260 : 300,
    marginLeft: 48,
    clip: true,
    x: {label: "Look", tickFormat: formatCount, ticks: Math.min(8, looks)},
    y: {
      label: "Difference, percentage points",
      domain: [-cap, cap],
      grid: true,
      ticks: 5,
      tickFormat: (value: number) => formatFine(100 * value)
    },
    marks: [
      Plot.areaY(drawn, {x: "look", y1: "low", y2: "high", fill: color("indigo"), fillOpacity: 0.2}),
      Plot.areaY(drawn, {
        x: "look",
        y1: "naiveLow",
        y2: "naiveHigh",
        fill: color("red"),
        fillOpacity: 0.25
      }),
      Plot.ruleY([effect], {stroke: color("muted"), strokeDasharray: "5,4"}),
      Plot.lineY(drawn, {x: "look", y: "difference", stroke: color("ink"), strokeWidth: 1.75}),
      drawn.length === 1 ? Plot.dot(drawn, {x: "look", y: "difference", fill: color("ink")}) : null,
      stop
        ? Plot.dot([stop], {x: "look", y: "difference", r: 5, stroke: color("red"), strokeWidth: 2.5})
        : null,
      ...cornerNames([
        ["Confidence sequence", color("indigo")],
        ["Usual interval", color("red")]
      ])
    ]
  });
}
