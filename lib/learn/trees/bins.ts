import {exactCuts} from "./exactCuts.js";
import type {Bins} from "./grower.js";
import {sketchCuts} from "./sketch.js";

/** Codes of a byte, and of two. */
const byteCodes = 256;
const wordCodes = 65536;

export interface BinOptions {
  /** At most so many bins a column, 2 to 65,536. */
  maxBins: number;
  /** A bin for every distinct value, whatever `maxBins` says, and thresholds halfway between neighbours. */
  exact?: boolean;
}

/**
 * Sorts the values of every column into bins, with the cuts of XGBoost's `hist` (see `sketchCuts`), or exactly.
 * NaN is missing and has a bin of its own after the others. A column with missing values in it has at most 255 bins
 * for values where `maxBins` is 256, so that its codes still are bytes. No cut lies above +Infinity,
 * so a caller refuses it, as XGBoost does. A constant column
 * and one without any value have one bin (which no split can part).
 *
 * @param columns of equal length, which may be 0
 * @example binColumns([Float32Array.of(3, NaN, 1)], {maxBins: 256}).codes => [Uint8Array.of(1, 2, 0)]
 */
export function binColumns(columns: readonly Float32Array[], {maxBins, exact = false}: BinOptions): Bins {
  const cuts = columns.map((column) => {
    const values = withoutMissing(column);
    const missing = values.length < column.length ? 1 : 0;
    if (exact) return exactCuts(values, wordCodes - missing);
    const most = Math.min(maxBins, (maxBins > byteCodes ? wordCodes : byteCodes) - missing);
    return sketchCuts(values, most);
  });
  return binned(cuts, columns);
}

/**
 * Sorts new rows into bins made before. Values below or above all that were seen go to the first or last bin.
 * @example binRows(binColumns([Float32Array.of(3, 1)], {maxBins: 256}), [Float32Array.of(9, 0)]).codes => [Uint8Array.of(1, 0)]
 */
export const binRows = ({cuts}: Pick<Bins, "cuts">, columns: readonly Float32Array[]): Bins =>
  binned(cuts, columns);

function binned(cuts: readonly Float32Array[], columns: readonly Float32Array[]): Bins {
  const missingBin = Int32Array.from(columns, (column, j) =>
    column.some(Number.isNaN) ? cuts[j].length : -1
  );
  const codes = columns.map((column, j) => codesOf(column, cuts[j], missingBin[j]));
  return {rows: columns[0]?.length ?? 0, cuts, codes, missingBin};
}

function withoutMissing(column: Float32Array): Float32Array {
  const values = new Float32Array(column.length);
  let count = 0;
  for (let row = 0; row < column.length; row++) {
    const value = column[row];
    if (value === value) values[count++] = value;
  }
  return values.subarray(0, count);
}

function codesOf(column: Float32Array, cuts: Float32Array, missingBin: number): Uint8Array | Uint16Array {
  const bins = Math.max(cuts.length, missingBin + 1);
  const codes = bins > byteCodes ? new Uint16Array(column.length) : new Uint8Array(column.length);
  const highest = cuts.length - 1;
  for (let row = 0; row < column.length; row++) {
    const value = column[row];
    let low = 0;
    for (let length = highest; length > 0;) {
      const half = (length + 1) >> 1;
      if (cuts[low + half - 1] <= value) low += half;
      length -= half;
    }
    codes[row] = value === value ? low : missingBin;
  }
  return codes;
}
