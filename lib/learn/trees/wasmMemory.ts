import type {Group} from "./groups.js";
import type {Layout} from "./layout.js";
import {binCount} from "./layout.js";

/** Codes of a group in a plane, and groups of a plane. */
const byteCodes = 256;
const lanes = 4;
const pairBytes = 16;
const mostNodes = 65536;
/** Memory that histograms may take; where columns have very many bins there are fewer of them. */
const histogramBytes = 1e9;

type Grow = (...addresses: number[]) => number;

/** What the module exports for growing trees; see kernels/assembly/trees*.ts. */
export interface TreesExports {
  memory: WebAssembly.Memory;
  treesReserve: Grow;
  treesPair: Grow;
  treesGather: Grow;
  treesSumTwo: Grow;
  treesSumTwoOf: Grow;
  treesSumOneOf: Grow;
  treesSumWideOf: Grow;
  treesSubtract: Grow;
  treesCountOf: Grow;
  treesCountWideOf: Grow;
  treesSubtractCounts: Grow;
  treesExpand: Grow;
  treesSearch(...values: (number | boolean)[]): number;
  treesPartition(...values: (number | boolean)[]): number;
  treesMark: Grow;
  treesLogistic: Grow;
  treesAddLeaves: Grow;
}

export type Memory = ReturnType<typeof layOut>;

/** Where a group's codes are, and where its sums start in a histogram, in codes. */
export interface Place {
  codes: number;
  wide: boolean;
  first: number;
  size: number;
}

/**
 * Lays out the module's memory for a matrix, once: histograms, codes and all arrays of rows. Groups with codes of one
 * byte stand in planes of four (u32 a row), the others alone (u16 a row).
 *
 * @throws RangeError where the memory cannot be had
 */
export function layOut(run: TreesExports, layout: Layout, rows: number, mostSlots: number) {
  const {groups, columns, groupOf, binOf} = layout;
  const wide = groups.map(({codes}) => codes instanceof Uint16Array);
  const planes = Math.ceil(wide.filter((is) => !is).length / lanes);
  const wideCodes = groups.reduce((sum, {size}, i) => sum + (wide[i] ? size : 0), 0);
  const codes = planes * lanes * byteCodes + Math.ceil(wideCodes / 4) * 4;
  const slots = Math.max(3, Math.min(mostSlots, Math.floor(histogramBytes / (codes * pairBytes))));
  const grouped = [...binOf.keys()].filter((column) => binOf[column]);
  const groupedBins = grouped.reduce((sum, column) => sum + binCount(layout, column), 0);
  const targets = grouped.reduce((sum, column) => sum + groups[groupOf[column]].size, 0);

  const base = run.treesReserve(0);
  let next = base;
  const take = (bytes: number) => {
    const from = next;
    next += Math.ceil((bytes + 1) / 16) * 16;
    return from;
  };
  const rowsOf = (bytes: number) => take(rows * bytes + 16);
  const at = {
    gradients: rowsOf(4),
    hessians: rowsOf(4),
    margins: rowsOf(8),
    labels: rowsOf(4),
    weights: rowsOf(4),
    nodeOf: rowsOf(2),
    order: rowsOf(4),
    spare: rowsOf(4),
    pairs: rowsOf(8),
    gathered: rowsOf(8),
    values: take(mostNodes * 8),
    result: take(64),
    features: take(columns),
    columns: take(columns * 16),
    goesLeft: take(Math.max(byteCodes, ...groups.map(({size}) => size))),
    targets: take(targets * 4),
    groupedSums: take(groupedBins * pairBytes),
    groupedCounts: take(groupedBins * 4),
    planes: take(planes * lanes * rows),
    wide: groups.map((_, i) => (wide[i] ? rowsOf(2) : 0)),
    sums: take(slots * codes * pairBytes),
    counts: take(slots * codes * 4)
  };
  if (next > 2 ** 32 - 2 ** 16 || !run.treesReserve(next - base)) {
    throw new RangeError(`no memory for ${rows} rows and ${codes} bins`);
  }
  const bytes = new Uint8Array(run.memory.buffer);
  const places = placesOf(groups, wide, at, rows);
  groups.forEach((group, i) => writeCodes(bytes, places[i], group, rows));
  return {at, bytes, slots, codes, planes, places, groupedBins};
}

function placesOf(
  groups: readonly Group[],
  wide: readonly boolean[],
  at: {planes: number; wide: readonly number[]},
  rows: number
): Place[] {
  let lane = 0;
  let first = Math.ceil(wide.filter((is) => !is).length / lanes) * lanes * byteCodes;
  return groups.map(({size}, i) => {
    if (wide[i]) {
      first += size;
      return {codes: at.wide[i], wide: true, first: first - size, size};
    }
    const plane = Math.floor(lane / lanes);
    const codes = at.planes + plane * lanes * rows + (lane % lanes);
    return {codes, wide: false, first: lane++ * byteCodes, size};
  });
}

function writeCodes(bytes: Uint8Array, {codes: to, wide}: Place, {codes}: Group, rows: number): void {
  if (wide) new Uint16Array(bytes.buffer, to, rows).set(codes);
  else for (let row = 0; row < rows; row++) bytes[to + lanes * row] = codes[row];
}
