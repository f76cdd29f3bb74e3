import * as Plot from "npm:@observablehq/plot";
import {formatNumber} from "../../lib/format.js";
import {color} from "../colors.js";
import {fittingLabels} from "./fittingLabels.js";
import type {Size} from "./size.js";
import {isNarrow} from "./size.js";

/** How far a column had moved by the end of a month. */
export interface DriftTile {
  column: string;
  /** @example "Mar 2018" */
  month: string;
  /** Null where there was nothing to compare. */
  effect: number | null;
  drifted: boolean;
}

/** Effects from which on a tile is a step darker. */
const steps = [0.1, 0.2, 0.4, 0.8];
const stepOf = ({effect, drifted}: DriftTile): number =>
  drifted && effect !== null ? 1 + steps.filter((from) => effect >= from).length : 0;

/** Columns by months, darker the further a column had moved; pale where it had not. */
export function driftTiles(tiles: readonly DriftTile[], {width}: Size): Element {
  const narrow = isNarrow({width});
  const columns = [...new Set(tiles.map(({column}) => column))];
  const months = [...new Set(tiles.map(({month}) => month))];
  const [marginLeft, marginRight] = [narrow ? 152 : 186, 8];
  const shown = fittingLabels(months, width - marginLeft - marginRight);
  const at = {x: "month", y: "column"} as const;
  return Plot.plot({
    width,
    height: columns.length * 24 + 40,
    marginTop: 32,
    marginBottom: 8,
    ...{marginLeft, marginRight},
    x: {
      axis: "top",
      label: null,
      domain: months,
      ticks: months.filter((_, i) => shown[i]),
      tickSize: 0,
      padding: 0.06
    },
    y: {
      label: null,
      domain: columns,
      tickSize: 0,
      padding: 0.08,
      tickFormat: (name: string) => (narrow && name.length > 22 ? `${name.slice(0, 21)}…` : name)
    },
    marks: [
      Plot.cell(tiles, {...at, fill: (tile: DriftTile) => color(`step-${stepOf(tile)}`), rx: 2}),
      narrow
        ? null
        : Plot.text(
            tiles.filter(({drifted}) => drifted),
            {
              ...at,
              text: ({effect}: DriftTile) => formatNumber(effect ?? 0, 2),
              fill: (tile: DriftTile) => color(`on-step-${stepOf(tile)}`),
              fontSize: 11
            }
          )
    ]
  });
}
