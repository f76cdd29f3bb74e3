import {formatNumber} from "../../lib/format.js";
import {color} from "../colors.js";
import {rankedBars} from "./rankedBars.js";
import type {Size} from "./size.js";

export interface ShapBar {
  label: string;
  /** Mean absolute contribution, in the score's unit. */
  value: number;
}

/** A contribution too small for three decimals is not 0. */
const written = (value: number) =>
  value > 0 && value < 0.0005 ? `< ${formatNumber(0.001, 3)}` : value === 0 ? "0" : formatNumber(value, 3);

/** How much each feature moves scores on average, the greatest first. */
export const shapBars = (rows: readonly ShapBar[], {width}: Size): Element =>
  rankedBars(
    rows.map(({label, value}) => ({label, value, text: written(value), fill: color("accent")})),
    {width}
  );
