import * as Plot from "npm:@observablehq/plot";
import type {WeekMix} from "../../lib/experiments/plan/weekMix.js";
import {formatCount, formatShare} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** How far the weekdays of a test are from those of whole weeks, by its days. */
export function weekMixBars(mixes: readonly WeekMix[], {width}: Size): Element {
  return Plot.plot({
    width,
    height: isNarrow({width}) ? 220 : 240,
    marginLeft: 50,
    marginRight: 10,
    x: {
      label: "Days of the test",
      type: "band",
      ticks: mixes.map(({days}) => days).filter((days) => days % 7 === 0),
      tickFormat: (days: number) => formatCount(days)
    },
    y: {
      label: "Users on the wrong weekdays",
      grid: true,
      ticks: 5,
      tickFormat: (value: number) => formatShare(value, 0)
    },
    marks: [
      Plot.barY(mixes, {x: "days", y: "misplaced", fill: color("accent")}),
      Plot.ruleY([0], {stroke: color("muted")}),
      Plot.text(
        mixes.filter(({days}) => days % 7 === 0),
        {x: "days", y: 0, text: () => "0", dy: -8, fontWeight: 600, fill: color("ink")}
      ),
      Plot.tip(
        mixes,
        Plot.pointerX({
          x: "days",
          y: "misplaced",
          fill: color("card"),
          title: ({days, misplaced, outcome}: WeekMix) =>
            `${formatCount(days)} days\nup to ${formatShare(misplaced)} on the wrong weekdays\norder value off by up to ${formatShare(Math.abs(outcome), 2)}`
        })
      )
    ]
  });
}
