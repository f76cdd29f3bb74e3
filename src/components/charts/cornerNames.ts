import * as Plot from "npm:@observablehq/plot";
import {color} from "../colors.js";

/** Names one below the other in a corner, each in its colour. */
export const cornerNames = (entries: readonly (readonly [string, string])[]): Plot.Markish[] =>
  entries.map(([name, fill], i) =>
    Plot.text([name], {
      frameAnchor: "top-right",
      dx: -8,
      dy: 6 + 16 * i,
      fontSize: 12,
      fontWeight: 600,
      stroke: color("card"),
      strokeWidth: 4,
      fill
    })
  );
