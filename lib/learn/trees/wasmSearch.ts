import type {Kernel} from "./kernel.js";
import type {Layout} from "./layout.js";
import {binCount, groupsWith} from "./layout.js";
import type {Memory, TreesExports} from "./wasmMemory.js";

/** A group of several columns, whose sums are told apart before they are searched. */
interface Expansion {
  group: number;
  columns: number;
  targets: number;
}

/** The search in WebAssembly. */
export function wasmSearch(run: TreesExports, layout: Layout, memory: Memory): Kernel["search"] {
  const {at, bytes, codes, places, groupedBins} = memory;
  const features = new Uint8Array(bytes.buffer, at.features, layout.columns);
  const found = new Int32Array(bytes.buffer, at.result, 3);
  const result = new Float64Array(bytes.buffer, at.result, 5);
  const expansions = writeTables(layout, memory);

  function expand(sums: number, counts: number, admitted: Uint8Array): void {
    const wanted = groupsWith(layout, admitted);
    bytes.fill(0, at.groupedSums, at.groupedSums + groupedBins * 16);
    bytes.fill(0, at.groupedCounts, at.groupedCounts + groupedBins * 4);
    for (const {group, columns, targets} of expansions) {
      if (!wanted[group]) continue;
      const {first, size} = places[group];
      const from = [sums + first * 16, counts && counts + first * 4, size];
      run.treesExpand(...from, columns, targets, at.groupedSums, at.groupedCounts);
    }
  }

  return (slot, node, admitted, {alpha, lambda, minHessian, minRows, doubleGain}) => {
    const {gradient, hessian} = node;
    const sums = at.sums + slot * codes * 16;
    const counts = minRows > 0 ? at.counts + slot * codes * 4 : 0;
    features.set(admitted);
    expand(sums, counts, admitted);
    const from = [sums, counts, at.columns, layout.columns, at.features];
    const limits = [alpha, lambda, minHessian, minRows, doubleGain];
    const stretch = [gradient, hessian, node.end - node.begin];
    const grouped = [at.groupedSums, at.groupedCounts];
    if (!run.treesSearch(...from, ...stretch, ...limits, ...grouped, at.result)) return undefined;
    const [, , gain, ownGradient, ownHessian] = result;
    const summed = {gradient: ownGradient, hessian: ownHessian};
    const rest = {gradient: gradient - ownGradient, hessian: hessian - ownHessian};
    const missingLeft = found[2] === 1;
    const [left, right] = missingLeft ? [rest, summed] : [summed, rest];
    return {column: found[0], bin: found[1], missingLeft, gain, left, right};
  };
}

/** Writes the table of columns that `treesSearch` reads, and the targets that `treesExpand` reads. */
function writeTables(layout: Layout, {at, bytes, places}: Memory): Expansion[] {
  const {columns, groups, groupOf, binOf, valueBins, missingBin} = layout;
  const table = new Int32Array(bytes.buffer, at.columns, columns * 4);
  const firsts = new Int32Array(columns);
  const members = groups.map((): number[] => []);
  let next = 0;
  for (let column = 0; column < columns; column++) {
    const grouped = binOf[column] !== undefined;
    firsts[column] = grouped ? next : places[groupOf[column]].first;
    if (grouped) {
      members[groupOf[column]].push(column);
      next += binCount(layout, column);
    }
    table.set([firsts[column], valueBins[column], missingBin[column], Number(grouped)], column * 4);
  }
  let targets = at.targets;
  return members.flatMap((own, group) => {
    if (!own.length) return [];
    const {size} = groups[group];
    const to = new Uint32Array(bytes.buffer, targets, size * own.length);
    own.forEach((column, i) =>
      binOf[column]?.forEach((bin, code) => (to[code * own.length + i] = firsts[column] + bin))
    );
    targets += to.byteLength;
    return [{group, columns: own.length, targets: to.byteOffset}];
  });
}
