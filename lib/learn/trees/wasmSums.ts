import type {Kernel, Stretch} from "./kernel.js";
import type {Layout} from "./layout.js";
import {binCount, groupsWith} from "./layout.js";
import type {Memory, TreesExports} from "./wasmMemory.js";

/** Codes of a plane's four groups. */
const planeCodes = 1024;

/** The histograms in WebAssembly memory: a slot holds the sums of all codes, and apart from them the counts. */
export function wasmSums(
  run: TreesExports,
  layout: Layout,
  {at, bytes, codes, planes, places}: Memory,
  rows: number
): Pick<Kernel, "histogram" | "subtract" | "counts"> {
  const sumsOf = (slot: number) => at.sums + slot * codes * 16;
  const countsOf = (slot: number) => at.counts + slot * codes * 4;
  const planeAt = (plane: number) => at.planes + plane * 4 * rows;

  /** Planes and wide groups that hold an admitted column. */
  function wantedBy(features: Uint8Array) {
    const wanted = groupsWith(layout, features);
    const held = new Set<number>();
    places.forEach(({wide, first}, group) => !wide && wanted[group] && held.add((first / planeCodes) | 0));
    return {
      wantedPlanes: Array.from({length: planes}, (_, plane) => plane).filter((plane) => held.has(plane)),
      wantedWide: places.filter(({wide}, group) => wide && wanted[group])
    };
  }

  function sum(slot: number, {begin, end}: Stretch, features: Uint8Array): void {
    const {wantedPlanes, wantedWide} = wantedBy(features);
    const count = end - begin;
    const whole = count === rows;
    const order = at.order + begin * 4;
    const pairs = whole ? at.pairs : at.gathered;
    const to = (plane: number) => sumsOf(slot) + plane * planeCodes * 16;
    if (!whole) run.treesGather(at.pairs, at.order, begin, end, at.gathered);
    for (let i = 0; i < wantedPlanes.length;) {
      const plane = wantedPlanes[i];
      if (wantedPlanes[i + 1] !== plane + 1) {
        run.treesSumOneOf(pairs, order, count, planeAt(plane), to(plane));
        i++;
        continue;
      }
      if (whole) run.treesSumTwo(pairs, rows, planeAt(plane), planeAt(plane + 1), to(plane));
      else run.treesSumTwoOf(pairs, order, count, planeAt(plane), planeAt(plane + 1), to(plane));
      i += 2;
    }
    for (const {codes, first, size} of wantedWide)
      run.treesSumWideOf(pairs, order, count, codes, size, sumsOf(slot) + first * 16);
  }

  function count(slot: number, {begin, end}: Stretch, features: Uint8Array): void {
    const {wantedPlanes, wantedWide} = wantedBy(features);
    const order = at.order + begin * 4;
    for (const plane of wantedPlanes)
      run.treesCountOf(order, end - begin, planeAt(plane), countsOf(slot) + plane * planeCodes * 4);
    for (const place of wantedWide)
      run.treesCountWideOf(order, end - begin, place.codes, countsOf(slot) + place.first * 4);
  }

  return {
    histogram(slot, stretch, features, counted) {
      sum(slot, stretch, features);
      if (!counted) return;
      bytes.fill(0, countsOf(slot), countsOf(slot + 1));
      count(slot, stretch, features);
    },
    subtract(slot, less, _, counted) {
      run.treesSubtract(sumsOf(slot), sumsOf(less), codes * 16);
      if (counted) run.treesSubtractCounts(countsOf(slot), countsOf(less), codes * 4);
    },
    counts(slot, column) {
      const group = layout.groupOf[column];
      const from = countsOf(slot) + places[group].first * 4;
      const byCode = new Uint32Array(bytes.buffer, from, layout.groups[group].size);
      const binOf = layout.binOf[column];
      if (!binOf) return byCode;
      const byBin = new Uint32Array(binCount(layout, column));
      byCode.forEach((rows, code) => (byBin[binOf[code]] += rows));
      return byBin;
    }
  };
}
