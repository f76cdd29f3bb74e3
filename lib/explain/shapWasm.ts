import type {ShapKernel} from "./shapKernel.js";
import {chunkRows} from "./shapKernel.js";
import type {ShapTables} from "./shapTables.js";

/** What the module of kernels offers for explaining. An instance serves the last kernel made with it. */
export interface ShapInstance {
  memory: WebAssembly.Memory;
  shapReserve(bytes: number): number;
  shapGroups(
    groups: number,
    stride: number,
    conditionStarts: number,
    conditions: number,
    slotStarts: number,
    slots: number,
    tableStarts: number,
    tables: number,
    values: number,
    sums: number,
    codes: number
  ): void;
}

/** Makes an instance of the compiled kernels. */
export const shapInstance = (module: WebAssembly.Module): ShapInstance =>
  new WebAssembly.Instance(module, {}).exports as unknown as ShapInstance;

/** The kernel in WebAssembly with 128-bit vectors. */
export function wasmShapKernel(instance: ShapInstance, tables: ShapTables): ShapKernel {
  const {columns, conditions, tableStarts} = tables;
  const sizes = {
    tables: tables.tables.byteLength,
    sums: columns.length * chunkRows * 8,
    values: columns.length * chunkRows * 4,
    codes: chunkRows * 2,
    conditions: conditions.length * 12,
    conditionStarts: tables.conditionStarts.length * 4,
    slots: tables.slots.length * 4,
    slotStarts: tables.slotStarts.length * 4,
    tableStarts: tableStarts.length * 4
  };
  const at = places(instance, sizes);
  const {buffer} = instance.memory;
  const writeWhole = (place: number, numbers: readonly number[]) =>
    new Int32Array(buffer, place, numbers.length).set(numbers);
  new Float64Array(buffer, at.tables, tables.tables.length).set(tables.tables);
  writeWhole(at.conditionStarts, tables.conditionStarts);
  writeWhole(at.slots, tables.slots);
  writeWhole(at.slotStarts, tables.slotStarts);
  writeWhole(at.tableStarts, tableStarts);
  const view = new DataView(buffer);
  conditions.forEach(({column, threshold, missingLeft}, i) => {
    view.setInt32(at.conditions + 12 * i, column, true);
    view.setFloat32(at.conditions + 12 * i + 4, threshold, true);
    view.setInt32(at.conditions + 12 * i + 8, Number(missingLeft), true);
  });
  const values = columns.map((_, i) => new Float32Array(buffer, at.values + 4 * i * chunkRows, chunkRows));
  const sums = columns.map((_, i) => new Float64Array(buffer, at.sums + 8 * i * chunkRows, chunkRows));
  return {
    add(from, first, last, to) {
      columns.forEach((column, i) => {
        values[i].set(from[column].subarray(first, last));
        sums[i].set(to[column].subarray(first, last));
      });
      instance.shapGroups(
        tableStarts.length - 1,
        chunkRows,
        at.conditionStarts,
        at.conditions,
        at.slotStarts,
        at.slots,
        at.tableStarts,
        at.tables,
        at.values,
        at.sums,
        at.codes
      );
      columns.forEach((column, i) => to[column].set(sums[i].subarray(0, last - first), first));
    }
  };
}

/** Lays parts side by side, each at a multiple of 16 bytes. */
function places<K extends string>(instance: ShapInstance, sizes: Record<K, number>): Record<K, number> {
  const names = Object.keys(sizes) as K[];
  const padded = names.map((name) => (sizes[name] + 15) & ~15);
  const bytes = padded.reduce((sum, size) => sum + size, 0);
  let next = instance.shapReserve(bytes);
  if (!next) throw new RangeError(`no memory for tables: ${bytes} bytes`);
  const at = {...sizes};
  names.forEach((name, i) => {
    at[name] = next;
    next += padded[i];
  });
  return at;
}
