import {ranking} from "./ranking.js";
import {sampleRows} from "../random/sampleRows.js";

/** A row in a dependence plot. */
export interface DependencePoint {
  row: number;
  /** The column's value; rows where it is missing are left out. */
  x: number;
  shap: number;
  /** Value of the column that colours, and where it stands among all rows (0 to 1); `null` where it is missing. */
  colour: number | null;
  rank: number | null;
}

/** The column plotted, and the one that colours. */
export interface DependenceOptions {
  column: number;
  colour?: number;
  seed: number;
  /** Rows drawn, at most. */
  points?: number;
}

/**
 * A column's SHAP values against its values, in a random sample of rows, coloured by another column.
 * @example dependence([Float32Array.of(5)], [Float64Array.of(0.1)], {column: 0, seed: 1})[0].x => 5
 */
export function dependence(
  values: readonly Float32Array[],
  contributions: readonly Float64Array[],
  {column, colour, seed, points = 2000}: DependenceOptions
): DependencePoint[] {
  const own = values[column];
  const other = colour === undefined ? undefined : values[colour];
  const rankOf = other && ranking(other);
  return Array.from(sampleRows(own.length, points, seed, "explain.dependence"))
    .filter((row) => !Number.isNaN(own[row]))
    .map((row) => ({
      row,
      x: own[row],
      shap: contributions[column][row],
      colour: other && !Number.isNaN(other[row]) ? other[row] : null,
      rank: other && rankOf ? rankOf(other[row]) : null
    }));
}
