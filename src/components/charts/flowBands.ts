import {create, linkHorizontal} from "npm:d3";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** How many went from a name on the left to one on the right. */
export interface Flow {
  from: string;
  to: string;
  people: number;
}

interface FlowOptions extends Size {
  /** Both sides' names, from top to bottom. */
  names: readonly string[];
  fill: (name: string) => string;
  /** What stands beside a name on each side. */
  label: (name: string, people: number, side: "from" | "to") => string;
}

const gap = 8;
const bar = 10;

interface Stack {
  top: number;
  height: number;
  used: number;
}

/** Bands from the stack of names on the left to that on the right, as wide as there are people. */
export function flowBands(rows: readonly Flow[], {width, names, fill, label}: FlowOptions): SVGSVGElement {
  const narrow = isNarrow({width});
  const height = narrow ? 460 : 520;
  const side = narrow ? 96 : 190;
  const total = rows.reduce((sum, {people}) => sum + people, 0);
  const scale = total > 0 ? (height - gap * (names.length - 1)) / total : 0;
  const stacks = (end: "from" | "to") => {
    let top = 0;
    return new Map(
      names.map((name): [string, Stack] => {
        const people = rows.reduce((sum, row) => sum + (row[end] === name ? row.people : 0), 0);
        const stack = {top, height: people * scale, used: 0};
        top += stack.height + gap;
        return [name, stack];
      })
    );
  };
  const [left, right] = [stacks("from"), stacks("to")];
  const svg = create("svg")
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("width", width)
    .attr("height", height)
    .attr("font-size", narrow ? 10 : 12);
  const link = linkHorizontal<unknown, [number, number]>();
  const [x0, x1] = [side + bar, width - side - bar];
  for (const from of names)
    for (const to of names) {
      const people = rows.reduce(
        (sum, row) => sum + (row.from === from && row.to === to ? row.people : 0),
        0
      );
      const [start, end] = [left.get(from), right.get(to)];
      if (people === 0 || !start || !end) continue;
      const thick = people * scale;
      const y0 = start.top + start.used + thick / 2;
      const y1 = end.top + end.used + thick / 2;
      start.used += thick;
      end.used += thick;
      svg
        .append("path")
        .attr("d", link({source: [x0, y0], target: [x1, y1]}))
        .attr("fill", "none")
        .attr("stroke", fill(from))
        .attr("stroke-opacity", 0.32)
        .attr("stroke-width", Math.max(0.5, thick))
        .append("title")
        .text(`${from} to ${to}: ${label(from, people, "from")}`);
    }
  for (const [end, stack, x, anchor, text] of [
    ["from", left, side, "end", side - 6],
    ["to", right, width - side - bar, "start", width - side + 6]
  ] as const)
    for (const name of names) {
      const own = stack.get(name);
      if (!own || own.height === 0) continue;
      svg
        .append("rect")
        .attr("x", x)
        .attr("y", own.top)
        .attr("width", bar)
        .attr("height", Math.max(1, own.height))
        .attr("fill", fill(name));
      svg
        .append("text")
        .attr("x", text)
        .attr("y", own.top + own.height / 2)
        .attr("dy", "0.32em")
        .attr("text-anchor", anchor)
        .attr("fill", color("ink"))
        .text(label(name, own.height / scale, end));
    }
  return svg.node() as SVGSVGElement;
}
