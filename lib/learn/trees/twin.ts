import {sigmoid} from "./exponential.js";
import type {Bins, Grower} from "./grower.js";
import {deepestTree, kernelGrower} from "./growth.js";
import type {Kernel} from "./kernel.js";
import {groupsWith, layoutOf} from "./layout.js";
import {arrange, partition} from "./twinRows.js";
import {search} from "./twinSearch.js";
import type {Sums} from "./twinSums.js";
import {addRows, columnSums, noSums} from "./twinSums.js";

/** Grows trees in plain TypeScript: the oracle of the WebAssembly grower, and its stand-in. */
export const twinGrower = (bins: Bins): Grower => kernelGrower(twinKernel(bins));

function twinKernel(bins: Bins): Kernel {
  const {rows, codes, cuts, missingBin} = bins;
  const layout = layoutOf(bins);
  const {groups, offset} = layout;
  const total = offset[groups.length];
  const order = new Uint32Array(rows);
  const spare = new Uint32Array(rows);
  const gradients = new Float32Array(rows);
  const hessians = new Float32Array(rows);
  const margins = new Float64Array(rows);
  const labels = new Float32Array(rows);
  const weights = new Float32Array(rows).fill(1);
  const nodeOf = new Uint16Array(rows);
  const held: Sums[] = [];
  const sumsAt = (slot: number) => (held[slot] ??= noSums(total));

  return {
    ...{rows, layout, cuts, slots: deepestTree + 1, gradients, hessians, margins, labels, weights, nodeOf},
    logisticGradients() {
      for (let row = 0; row < rows; row++) {
        const p = sigmoid(margins[row]);
        gradients[row] = weights[row] * (p - labels[row]);
        hessians[row] = Math.max(weights[row] * p * (1 - p), 1e-16);
      }
    },
    addLeaves(values) {
      for (let row = 0; row < rows; row++) margins[row] += values[nodeOf[row]];
    },
    start(sample) {
      const end = arrange(order, sample);
      let gradient = 0;
      let hessian = 0;
      for (let i = 0; i < end; i++) {
        gradient += gradients[order[i]];
        hessian += hessians[order[i]];
      }
      return {begin: 0, end, gradient, hessian};
    },
    histogram(slot, {begin, end}, features) {
      const sums = sumsAt(slot);
      sums.moments.fill(0);
      sums.counts.fill(0);
      const summed = order.subarray(begin, end);
      const wanted = groupsWith(layout, features);
      groups.forEach((group, i) => {
        if (wanted[i]) addRows(sums, offset[i], group.codes, summed, gradients, hessians);
      });
    },
    subtract(slot, less) {
      const [from, take] = [sumsAt(slot), sumsAt(less)];
      for (let i = 0; i < 2 * total; i++) from.moments[i] -= take.moments[i];
      for (let i = 0; i < total; i++) from.counts[i] -= take.counts[i];
    },
    counts: (slot, column) => columnSums(sumsAt(slot), layout, column).counts,
    search: (slot, stretch, features, limits) => search(sumsAt(slot), layout, stretch, features, limits),
    partition: (begin, end, {column, bin, missingLeft}) =>
      partition(order, spare, begin, end, codes[column], (code) =>
        code === missingBin[column] ? missingLeft : code <= bin
      ),
    mark(begin, end, node) {
      for (let i = begin; i < end; i++) nodeOf[order[i]] = node;
    }
  };
}
