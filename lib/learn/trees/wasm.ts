import {everyRow} from "../../stats/everyRow.js";
import type {Bins, Grower} from "./grower.js";
import {deepestTree, kernelGrower} from "./growth.js";
import type {Kernel, Split} from "./kernel.js";
import type {Layout} from "./layout.js";
import {layoutOf} from "./layout.js";
import {arrange} from "./twinRows.js";
import type {TreesExports} from "./wasmMemory.js";
import {layOut} from "./wasmMemory.js";
import {wasmSearch} from "./wasmSearch.js";
import {wasmSums} from "./wasmSums.js";

/** Grows trees in WebAssembly: the same trees as the twin's, to the last bit. */
export const wasmGrower = (module: WebAssembly.Module, bins: Bins): Grower =>
  kernelGrower(wasmKernel(module, bins));

function wasmKernel(module: WebAssembly.Module, bins: Bins): Kernel {
  const run = new WebAssembly.Instance(module).exports as unknown as TreesExports;
  const {rows, cuts, missingBin} = bins;
  const layout = layoutOf(bins);
  const memory = layOut(run, layout, rows, deepestTree + 1);
  const {at, bytes, slots, places} = memory;
  const {buffer} = bytes;
  const order = new Uint32Array(buffer, at.order, rows);
  const values = new Float64Array(buffer, at.values, 65536);
  const result = new Float64Array(buffer, at.result, 2);
  const weights = new Float32Array(buffer, at.weights, rows).fill(1);
  const ascending = everyRow(rows);

  return {
    ...{rows, layout, cuts, slots, weights},
    ...wasmSums(run, layout, memory, rows),
    search: wasmSearch(run, layout, memory),
    gradients: new Float32Array(buffer, at.gradients, rows),
    hessians: new Float32Array(buffer, at.hessians, rows),
    margins: new Float64Array(buffer, at.margins, rows),
    labels: new Float32Array(buffer, at.labels, rows),
    nodeOf: new Uint16Array(buffer, at.nodeOf, rows),
    logisticGradients: () =>
      void run.treesLogistic(at.margins, at.labels, at.weights, at.gradients, at.hessians, rows),
    addLeaves(added) {
      values.set(added);
      run.treesAddLeaves(at.nodeOf, at.values, at.margins, rows);
    },
    start(sample) {
      const end = sample ? arrange(order, sample) : rows;
      if (!sample) order.set(ascending);
      run.treesPair(at.gradients, at.hessians, rows, at.pairs, at.order, end, at.result);
      return {begin: 0, end, gradient: result[0], hessian: result[1]};
    },
    partition(begin, end, split) {
      const {codes, wide} = places[layout.groupOf[split.column]];
      bytes.set(leftCodes(layout, missingBin, split), at.goesLeft);
      return run.treesPartition(at.order, at.spare, begin, end, codes, wide, at.goesLeft);
    },
    mark: (begin, end, node) => void run.treesMark(at.order, begin, end, at.nodeOf, node)
  };
}

/** 1 for each code of the column's group that goes left. */
function leftCodes(
  {groups, groupOf, binOf}: Layout,
  missingBin: Int32Array,
  {column, bin, missingLeft}: Split
): Uint8Array {
  const goesLeft = new Uint8Array(groups[groupOf[column]].size);
  for (let code = 0; code < goesLeft.length; code++) {
    const own = binOf[column]?.[code] ?? code;
    goesLeft[code] = (own === missingBin[column] ? missingLeft : own <= bin) ? 1 : 0;
  }
  return goesLeft;
}
