import type {ShapTables} from "./shapTables.js";

/** Rows that a kernel works on at once, at most; a multiple of 8. */
export const chunkRows = 1024;

/** Adds contributions of the rows from `from` to `to` (at most `chunkRows` of them) to the sums of their columns. */
export interface ShapKernel {
  add(values: readonly Float32Array[], from: number, to: number, sums: readonly Float64Array[]): void;
}

/** The kernel in plain TypeScript: the same sums to the last bit as the WebAssembly one. */
export function plainShapKernel(tables: ShapTables): ShapKernel {
  const {columns, conditions, conditionStarts, slots, slotStarts, tableStarts} = tables;
  const groups = tableStarts.length - 1;
  const codes = new Uint16Array(chunkRows);
  return {
    add(values, from, to, sums) {
      for (let group = 0; group < groups; group++) {
        codes.fill(0);
        const first = conditionStarts[group];
        const bits = conditionStarts[group + 1] - first;
        for (let bit = 0; bit < bits; bit++) {
          const {column, threshold, missingLeft} = conditions[first + bit];
          mark(codes, 1 << bit, values[columns[column]].subarray(from, to), threshold, missingLeft);
        }
        for (let slot = slotStarts[group]; slot < slotStarts[group + 1]; slot++) {
          const start = tableStarts[group] + ((slot - slotStarts[group]) << bits);
          const table = tables.tables.subarray(start, start + (1 << bits));
          addLooked(sums[columns[slots[slot]]].subarray(from, to), table, codes);
        }
      }
    }
  };
}

function mark(
  codes: Uint16Array,
  bit: number,
  values: Float32Array,
  threshold: number,
  missingLeft: boolean
) {
  if (missingLeft) {
    for (let row = 0; row < values.length; row++) if (!(values[row] >= threshold)) codes[row] |= bit;
  } else {
    for (let row = 0; row < values.length; row++) if (values[row] < threshold) codes[row] |= bit;
  }
}

function addLooked(sums: Float64Array, table: Float64Array, codes: Uint16Array) {
  for (let row = 0; row < sums.length; row++) sums[row] += table[codes[row]];
}
