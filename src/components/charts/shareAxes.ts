import * as Plot from "npm:@observablehq/plot";
import {formatShare} from "../../lib/format.js";
import {color} from "../colors.js";

/** A share in whole per cent. */
export const percent = (share: number): string => formatShare(share, 0);

/** An axis from 0 to 100 %. */
export const shareAxis = (label: string) => ({
  label,
  domain: [0, 1],
  ticks: 5,
  tickFormat: percent,
  grid: true
});

/** What a guess, or an equal split, gives: the dashed diagonal between two axes of shares. */
export const diagonal = () =>
  Plot.line(
    [
      [0, 0],
      [1, 1]
    ],
    {stroke: color("muted"), strokeDasharray: "4,3"}
  );
