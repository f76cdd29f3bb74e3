import type {Bins} from "./grower.js";
import {groupColumns} from "./groups.js";
import type {Group} from "./groups.js";

/** Where the sums of every column are found. */
export interface Layout {
  columns: number;
  groups: readonly Group[];
  /** Where a group's sums start in a histogram, and one past the last group's. */
  offset: Int32Array;
  /** The group of each column. */
  groupOf: Int32Array;
  /** The column's bin for each code of its group; undefined where the column is alone. */
  binOf: readonly (Uint8Array | undefined)[];
  /** Bins that hold values; the bin of missing values, where there is one, follows them. */
  valueBins: Int32Array;
  missingBin: Int32Array;
}

/** Lays out histograms for a matrix. */
export function layoutOf(bins: Bins): Layout {
  const {groups, groupOf, binOf} = groupColumns(bins);
  const offset = new Int32Array(groups.length + 1);
  groups.forEach(({size}, i) => (offset[i + 1] = offset[i] + size));
  const valueBins = Int32Array.from(bins.cuts, ({length}) => length);
  return {
    columns: bins.cuts.length,
    ...{groups, offset, groupOf, binOf, valueBins, missingBin: bins.missingBin}
  };
}

/** Bins of a column, with the one of missing values. */
export const binCount = ({valueBins, missingBin}: Layout, column: number): number =>
  Math.max(valueBins[column], missingBin[column] + 1);

/** The groups that hold at least one of the admitted columns. */
export function groupsWith({groups, groupOf}: Layout, features: Uint8Array): Uint8Array {
  const wanted = new Uint8Array(groups.length);
  features.forEach((admitted, column) => admitted && (wanted[groupOf[column]] = 1));
  return wanted;
}
