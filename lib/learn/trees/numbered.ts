import type {GrownTree} from "./grower.js";
import type {Kernel, Split, Stretch} from "./kernel.js";

/** A node while its tree grows. */
export interface GrowingNode extends Stretch {
  depth: number;
  /** Rows outside the sample that fall into the node: they stand behind the sample in the order. */
  outside: {begin: number; end: number};
  value: number;
  split?: Split;
  left?: GrowingNode;
  right?: GrowingNode;
}

/** Numbers a tree's nodes level by level, from left to right, and writes every row's leaf into `nodeOf`. */
export function numbered(kernel: Kernel, root: GrowingNode, nodes: number): GrownTree {
  const tree: GrownTree = {
    nodes,
    feature: new Int32Array(nodes).fill(-1),
    bin: new Int32Array(nodes).fill(-1),
    threshold: new Float32Array(nodes),
    defaultLeft: new Uint8Array(nodes),
    left: new Int32Array(nodes).fill(-1),
    right: new Int32Array(nodes).fill(-1),
    value: new Float64Array(nodes),
    gain: new Float64Array(nodes),
    cover: new Float64Array(nodes),
    count: new Int32Array(nodes)
  };
  const queue = [root];
  for (let i = 0; i < queue.length; i++) {
    const {split, left, right, value, hessian, begin, end, outside} = queue[i];
    tree.value[i] = value;
    tree.cover[i] = hessian;
    tree.count[i] = end - begin;
    if (!split || !left || !right) {
      kernel.mark(begin, end, i);
      kernel.mark(outside.begin, outside.end, i);
      continue;
    }
    tree.feature[i] = split.column;
    tree.bin[i] = split.bin;
    tree.threshold[i] = kernel.cuts[split.column][split.bin];
    tree.defaultLeft[i] = split.missingLeft ? 1 : 0;
    tree.gain[i] = split.gain;
    tree.left[i] = queue.push(left) - 1;
    tree.right[i] = queue.push(right) - 1;
  }
  return tree;
}
