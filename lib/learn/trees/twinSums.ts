import type {Layout} from "./layout.js";
import {binCount} from "./layout.js";

/** Sums by code: gradient and hessian in turn, and rows where they are counted. */
export interface Sums {
  moments: Float64Array;
  counts: Uint32Array;
}

/** No sums yet, for so many codes. */
export const noSums = (size: number): Sums => ({
  moments: new Float64Array(2 * size),
  counts: new Uint32Array(size)
});

/** Adds the rows' gradients and hessians to the sums of one group. */
export function addRows(
  {moments, counts}: Sums,
  first: number,
  codes: Uint8Array | Uint16Array,
  rows: Uint32Array,
  gradients: Float32Array,
  hessians: Float32Array
): void {
  for (const row of rows) {
    const index = first + codes[row];
    moments[2 * index] += gradients[row];
    moments[2 * index + 1] += hessians[row];
    counts[index]++;
  }
}

/** The sums of one column's bins: codes that mean the same bin added up in ascending order. */
export function columnSums({moments, counts}: Sums, layout: Layout, column: number): Sums {
  const group = layout.groupOf[column];
  const [first, end] = [layout.offset[group], layout.offset[group + 1]];
  const binOf = layout.binOf[column];
  if (!binOf) return {moments: moments.subarray(2 * first, 2 * end), counts: counts.subarray(first, end)};
  const sums = noSums(binCount(layout, column));
  for (let code = first; code < end; code++) {
    const bin = binOf[code - first];
    sums.moments[2 * bin] += moments[2 * code];
    sums.moments[2 * bin + 1] += moments[2 * code + 1];
    sums.counts[bin] += counts[code];
  }
  return sums;
}
