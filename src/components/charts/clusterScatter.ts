import * as Plot from "npm:@observablehq/plot";
import {color} from "../colors.js";
import {clusterColor} from "./clusterColor.js";
import type {Size} from "./size.js";

/** A customer in the plane of two components. */
export interface ClusterDot {
  x: number;
  y: number;
  cluster: string;
}

/** Customers in the plane of the first two principal components, coloured by cluster. */
export function clusterScatter(
  rows: readonly ClusterDot[],
  {width, axes}: Size & {axes: readonly [string, string]}
): Element {
  const clusters = [...new Set(rows.map(({cluster}) => cluster))].sort();
  const middles = clusters.map((cluster) => {
    const own = rows.filter((row) => row.cluster === cluster);
    const mean = (of: (row: ClusterDot) => number) => own.reduce((sum, row) => sum + of(row), 0) / own.length;
    return {cluster, x: mean(({x}) => x), y: mean(({y}) => y)};
  });
  return Plot.plot({
    width: Math.min(width, 620),
    height: Math.min(width, 420),
    marginLeft: 44,
    marginBottom: 38,
    x: {label: axes[0], grid: true, nice: true},
    y: {label: axes[1], grid: true, nice: true},
    marks: [
      Plot.dot(rows, {
        x: "x",
        y: "y",
        r: 2,
        fill: ({cluster}: ClusterDot) => clusterColor(cluster),
        fillOpacity: 0.55
      }),
      Plot.text(middles, {
        x: "x",
        y: "y",
        text: "cluster",
        fontSize: 16,
        fontWeight: 700,
        fill: color("ink"),
        stroke: color("card"),
        strokeWidth: 5
      })
    ]
  });
}
