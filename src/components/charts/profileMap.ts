import * as Plot from "npm:@observablehq/plot";
import {color} from "../colors.js";
import type {Size} from "./size.js";
import {drawable, isNarrow} from "./size.js";

/** A cluster's mean of a feature, in standard deviations from the mean of all. */
export interface ProfileCell {
  cluster: string;
  feature: string;
  /** Standard deviations from the mean of all customers. */
  score: number | null;
  /** The mean in the feature's own unit, as it is written. */
  text: string;
}

/** Features down, clusters across: orange above the mean of all, blue below, the stronger the farther. */
export function profileMap(
  rows: readonly ProfileCell[],
  {width, features, clusters}: Size & {features: readonly string[]; clusters: readonly string[]}
): Element {
  const narrow = isNarrow({width});
  const at = {x: "cluster", y: "feature"} as const;
  const some = rows.filter(({score}) => drawable(score));
  const strength = ({score}: ProfileCell) => Math.min(1, Math.abs(score ?? 0) / 2);
  return Plot.plot({
    width,
    height: 44 + 28 * features.length,
    marginLeft: narrow ? 108 : 200,
    marginTop: 28,
    marginBottom: 4,
    marginRight: 0,
    padding: 0,
    x: {type: "band", domain: clusters, axis: "top", label: null, tickSize: 0},
    y: {
      type: "band",
      domain: features,
      label: null,
      tickSize: 0,
      tickFormat: (name: string) => (narrow && name.length > 17 ? `${name.slice(0, 16)}…` : name)
    },
    marks: [
      Plot.cell(some, {
        ...at,
        fill: ({score}: ProfileCell) => color((score ?? 0) > 0 ? "bad" : "good"),
        fillOpacity: (row: ProfileCell) => 0.06 + 0.6 * strength(row),
        inset: 1
      }),
      Plot.text(rows, {...at, text: "text", fontSize: narrow ? 9 : 12, fill: color("ink")})
    ]
  });
}
