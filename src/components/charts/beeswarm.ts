import {labelMargin, rowLabels} from "./rowLabels.js";
import * as Plot from "npm:@observablehq/plot";
import type {BeeswarmPoint} from "../../lib/explain/beeswarm.js";
import {formatNumber} from "../../lib/format.js";
import {color} from "../colors.js";
import {rankColor, rankDot, rankKey} from "./fifths.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";

interface BeeswarmOptions extends Size {
  /** Unit of the contributions, as the axis names it. */
  unit: string;
  /** What a feature is called; its name without it. */
  label?: (feature: string) => string;
}

type Placed = BeeswarmPoint & {y: number};

/** A dot for each row and feature at its contribution, dots that would hide each other side by side. */
export function beeswarm(
  points: readonly BeeswarmPoint[],
  {width, unit, label = (feature) => feature}: BeeswarmOptions
): Element {
  const shown = points.filter(({shap}) => drawable(shap));
  const features = [...new Set(shown.map(({feature}) => feature))];
  const narrow = isNarrow({width});
  const rowHeight = narrow ? 58 : 44;
  const low = shown.reduce((least, {shap}) => Math.min(least, shap), 0);
  const high = shown.reduce((most, {shap}) => Math.max(most, shap), 0);
  const span = high - low || 1;
  const placed = features.flatMap((feature, index) =>
    sideBySide(
      shown.filter((point) => point.feature === feature),
      {centre: index + (narrow ? 0.2 : 0), bin: (1.06 * span) / Math.max(60, width / 6)}
    )
  );
  return Plot.plot({
    width,
    height: features.length * rowHeight + 62,
    marginTop: 26,
    marginBottom: 36,
    marginLeft: labelMargin(features.map(label), narrow, {most: 230, none: 4}),
    marginRight: 8,
    x: {
      label: `Contribution to the score, ${unit}`,
      labelAnchor: "center",
      labelArrow: "none",
      domain: [low - 0.03 * span, high + 0.03 * span],
      ticks: narrow ? 3 : 5,
      tickFormat: (value: number) => formatNumber(value, span < 0.1 ? 3 : span < 1 ? 2 : 1),
      grid: true
    },
    y: {axis: null, domain: [Math.max(0, features.length - 1) + 0.6, -0.6]},
    marks: [
      Plot.ruleX([0], {stroke: color("muted")}),
      Plot.dot(placed, {
        x: "shap",
        y: "y",
        r: 2.4,
        fill: ({rank}: Placed) => rankColor(rank),
        ...rankDot
      }),
      rankKey("value"),
      rowLabels(features, narrow, {y: (_: string, index: number) => index, text: label, above: 18})
    ]
  });
}

/** Dots of nearly the same contribution go off the centre by turns, within a row's height. */
function sideBySide(
  points: readonly BeeswarmPoint[],
  {centre, bin}: {centre: number; bin: number}
): Placed[] {
  const counts = new Map<number, number>();
  const placed = points.map((point) => {
    const key = Math.round(point.shap / bin);
    const place = counts.get(key) ?? 0;
    counts.set(key, place + 1);
    return {point, off: (place % 2 ? 1 : -1) * Math.ceil(place / 2)};
  });
  const reach = Math.max(8, ...[...counts.values()].map((count) => Math.ceil(count / 2)));
  return placed.map(({point, off}) => ({...point, y: centre + (0.36 * off) / reach}));
}
