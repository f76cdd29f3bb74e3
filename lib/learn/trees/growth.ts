import {draw} from "./draw.js";
import type {GrowParameters, Grower, GrownTree} from "./grower.js";
import type {Kernel, Limits, Stretch} from "./kernel.js";
import {numbered} from "./numbered.js";
import type {GrowingNode} from "./numbered.js";
import {softThreshold} from "../elasticNet.js";

/** Deepest tree that a grower grows; the root alone has depth 0. */
export const deepestTree = 16;

/** As many nodes as `nodeOf` can tell apart; when a tree has so many, what is left to split stays a leaf. */
const mostNodes = 65536;

/** XGBoost's kRtEps: a split has to gain more. */
const leastGain = Math.fround(1e-6);

/**
 * A grower whose heavy steps a kernel does. Method: XGBoost 1.7's `hist`, depth-wise: a histogram a node, the smaller
 * child's summed and the other's found by subtraction; every cut of every column tried with missing values to the
 * right and then to the left; the first best in this order wins. Gains are compared in float32, as there, unless
 * `doubleGain` is set. Where a column had no missing value in training, missing values go right. A sample is ascending
 * and without repeats.
 */
export function kernelGrower(kernel: Kernel): Grower {
  const {rows, gradients, hessians, margins, labels, weights, nodeOf, layout} = kernel;
  return {
    ...{rows, columns: layout.columns, gradients, hessians, margins, labels, weights, nodeOf},
    logisticGradients: () => kernel.logisticGradients(),
    addLeaves: (values) => kernel.addLeaves(values),
    grow: (parameters, sample) => growTree(kernel, parameters, sample)
  };
}

/** @throws RangeError when `maxDepth` is not a whole number from 0 to 16 */
function growTree(kernel: Kernel, parameters: GrowParameters, sample?: Uint32Array): GrownTree {
  const {maxDepth, perNode, gamma} = parameters;
  if (!(Number.isInteger(maxDepth) && maxDepth >= 0 && maxDepth <= deepestTree)) {
    throw new RangeError(`depth outside 0 to ${deepestTree}: ${maxDepth}`);
  }
  const limits = limitsOf(parameters);
  const {minRows} = limits;
  const counted = minRows > 0;
  const features = parameters.features ?? new Uint8Array(kernel.layout.columns).fill(1);
  const free = Array.from({length: kernel.slots}, (_, slot) => slot);
  let nodes = 1;
  const nodeAt = (depth: number, stretch: Stretch, outside: GrowingNode["outside"]): GrowingNode => ({
    ...{...stretch, depth, outside},
    value: leafValue(stretch, limits)
  });
  const open = ({depth, begin, end}: GrowingNode) =>
    depth < maxDepth && end - begin >= Math.max(2, 2 * minRows) && nodes + 2 <= mostNodes;
  const sum = (slot: number, node: GrowingNode) => kernel.histogram(slot, node, features, counted);

  function grow(node: GrowingNode, slot: number): void {
    const admitted = perNode ? draw(kernel, slot, node, features, perNode) : features;
    const split = nodes + 2 <= mostNodes && kernel.search(slot, node, admitted, limits);
    if (!split || split.gain <= leastGain || split.gain < Math.fround(gamma)) {
      free.push(slot);
      return;
    }
    const {depth, begin, end, outside} = node;
    const middle = kernel.partition(begin, end, split);
    const between = kernel.partition(outside.begin, outside.end, split);
    const left = nodeAt(depth + 1, {...split.left, begin, end: middle}, {...outside, end: between});
    const right = nodeAt(depth + 1, {...split.right, begin: middle, end}, {...outside, begin: between});
    Object.assign(node, {split, left, right});
    nodes += 2;
    const [small, large] = middle - begin <= end - middle ? [left, right] : [right, left];
    const [smallOpen, largeOpen] = [open(small), open(large)];
    if (!smallOpen && !largeOpen) {
      free.push(slot);
      return;
    }
    const other = largeOpen ? takeFree(free) : slot;
    sum(other, small);
    if (largeOpen) kernel.subtract(slot, other, features, counted);
    if (!smallOpen) free.push(other);
    const slotOf = new Map([
      ...(smallOpen ? [[small, other] as const] : []),
      ...(largeOpen ? [[large, slot] as const] : [])
    ]);
    for (const child of [left, right]) {
      const own = slotOf.get(child);
      if (own !== undefined) grow(child, own);
    }
  }

  const start = kernel.start(sample);
  const root = nodeAt(0, start, {begin: start.end, end: kernel.rows});
  if (open(root)) {
    const slot = takeFree(free);
    sum(slot, root);
    grow(root, slot);
  }
  return numbered(kernel, root, nodes);
}

function takeFree(free: number[]): number {
  const slot = free.pop();
  if (slot === undefined) throw new RangeError("no room for another histogram");
  return slot;
}

/** Rows are counted only where a limit asks for it: it costs time. */
function limitsOf({alpha, lambda, minChildWeight, minLeafRows, perNode, doubleGain}: GrowParameters): Limits {
  const counted = minLeafRows > 1 || perNode !== undefined || minChildWeight < 1e-6;
  const round = doubleGain ? Number : Math.fround;
  return {
    alpha: round(alpha),
    lambda: round(lambda),
    minHessian: Math.max(round(minChildWeight), Number.MIN_VALUE),
    minRows: counted ? Math.max(1, minLeafRows) : 0,
    doubleGain: doubleGain === true
  };
}

const leafValue = ({gradient, hessian}: Stretch, {alpha, lambda, minHessian}: Limits): number =>
  hessian >= minHessian ? -softThreshold(gradient, alpha) / (hessian + lambda) : 0;
