import * as Plot from "npm:@observablehq/plot";
import {color, stepColor} from "../colors.js";

/** Which fifth of the rows a rank between 0 and 1 falls into, 1 the lowest. @example fifth(0.5) => 3 */
export const fifth = (rank: number): number => Math.min(5, 1 + Math.floor(5 * rank));

/** Fill of a rank: pale for a low value, strong for a high one, grey where there is none. */
export const rankColor = (rank: number | null): string =>
  rank === null ? color("other") : stepColor(fifth(rank));

/** What a dot looks like, whatever its fill. */
export const rankDot = {stroke: color("muted"), strokeWidth: 0.4};

/** A key to the fills in the top right corner, above the frame: "name: low ● ● ● ● ● high". */
export function rankKey(name: string): Plot.Markish[] {
  const place = {frameAnchor: "top-right", fontSize: 11.5, fill: color("muted"), textAnchor: "end"} as const;
  return [
    Plot.text([`${name}: low`], {...place, dx: -98, dy: -14}),
    ...[0.1, 0.3, 0.5, 0.7, 0.9].map((rank, i) =>
      Plot.dot([rank], {
        ...rankDot,
        frameAnchor: "top-right",
        r: 4,
        fill: rankColor(rank),
        dx: 13 * i - 86,
        dy: -10
      })
    ),
    Plot.text(["high"], {...place, dy: -14})
  ];
}
