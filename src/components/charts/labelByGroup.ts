import * as Plot from "npm:@observablehq/plot";
import {formatCount, formatShare} from "../../lib/format.js";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** How many people of a group have the label; an interval where it is an estimate. */
export interface GroupShare {
  group: string;
  people: number;
  churned: number;
  share: number;
  low?: number;
  high?: number;
}

/** The share with label 1 in each group, in the order of the rows, and of all people as a dashed line. */
export function labelByGroup(rows: readonly GroupShare[], {width, all}: Size & {all: number}): Element {
  const ends = rows.flatMap(({share, low, high}) => [low ?? share, high ?? share]).concat(all);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const room = Math.max((most - least) * 0.08, 0.0005);
  const decimals = most - least < 0.02 ? 2 : most - least < 0.2 ? 1 : 0;
  const longest = rows.reduce((length, {group}) => Math.max(length, group.length), 0);
  const narrow = isNarrow({width});
  return Plot.plot({
    width,
    height: rows.length * 26 + 64,
    marginLeft: Math.min(narrow ? 130 : 200, longest * 6.7 + 16),
    marginRight: 52,
    marginTop: 28,
    x: {
      label: "Share with label 1, churned",
      domain: [Math.max(0, least - room), Math.min(1, most + room)],
      ticks: narrow ? 3 : 5,
      grid: true,
      tickFormat: (share: number) => formatShare(share, decimals)
    },
    y: {label: null, domain: rows.map(({group}) => group), tickSize: 0},
    marks: [
      Plot.ruleX([all], {stroke: color("muted"), strokeDasharray: "3,3"}),
      Plot.text([all], {
        x: (share: number) => share,
        frameAnchor: "top",
        dy: -16,
        text: (share: number) => `all ${formatShare(share, decimals)}`,
        fill: color("muted")
      }),
      Plot.ruleY(
        rows.filter(({low, high}) => low !== undefined && high !== undefined),
        {y: "group", x1: "low", x2: "high", stroke: color("accent"), strokeWidth: 2.5, strokeOpacity: 0.5}
      ),
      Plot.dot(rows, {y: "group", x: "share", fill: color("accent"), r: 4}),
      Plot.text(rows, {
        y: "group",
        frameAnchor: "right",
        dx: 48,
        textAnchor: "end",
        text: ({share}: GroupShare) => formatShare(share, Math.max(1, decimals)),
        fill: color("ink")
      }),
      Plot.tip(
        rows,
        Plot.pointerY({
          y: "group",
          x: "share",
          fill: color("card"),
          title: ({group, people, churned, share}: GroupShare) =>
            `${group}\n${formatShare(share, 2)}\n${formatCount(churned)} of ${formatCount(people)} people`
        })
      )
    ]
  });
}
