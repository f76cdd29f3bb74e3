import * as Plot from "npm:@observablehq/plot";
import {formatMonth} from "../../lib/format.js";
import {color} from "../colors.js";

export interface TrendValue {
  date: Date;
  value: number | null;
}

type Known = TrendValue & {value: number};

const known = (points: readonly TrendValue[]): Known[] =>
  points.filter((point): point is Known => point.value !== null && Number.isFinite(point.value));

/** A trend in words: where it starts, peaks and ends. @example "from 2,0 (Jan 2017) to 3,0 (Mar 2017), highest 4,0 (Feb 2017)" */
export function trendInWords(points: readonly TrendValue[], format: (value: number) => string): string {
  const values = known(points);
  if (values.length === 0) return "no trend to show";
  const say = ({date, value}: Known) => `${format(value)} (${formatMonth(date)})`;
  const peak = values.reduce((a, b) => (b.value > a.value ? b : a));
  if (values.length === 1) return say(peak);
  return `from ${say(values[0])} to ${say(values[values.length - 1])}, highest ${say(peak)}`;
}

/** A word-sized line of a trend, a dot on its last point; hidden from screen readers, who get {@link trendInWords}. */
export function sparkline(points: readonly TrendValue[], {width = 220, height = 36} = {}): Element {
  const values = known(points);
  const svg = Plot.plot({
    width,
    height,
    margin: 4,
    axis: null,
    marks: [
      Plot.areaY(values, {
        x: "date",
        y: "value",
        y1: lowest(values),
        fill: color("accent"),
        fillOpacity: 0.12
      }),
      Plot.lineY(values, {x: "date", y: "value", stroke: color("accent"), strokeWidth: 1.5}),
      Plot.dot(values.slice(-1), {x: "date", y: "value", fill: color("accent"), r: 2.5})
    ]
  });
  svg.setAttribute("aria-hidden", "true");
  return svg;
}

const lowest = (values: readonly Known[]) => values.reduce((low, {value}) => Math.min(low, value), Infinity);
