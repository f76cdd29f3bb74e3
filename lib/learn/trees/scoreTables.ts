import type {Trees} from "./ensemble.js";

/** Trees one after the other that are scored the same way: `from` ... `to` - 1 among their kind. */
export interface Stretch {
  kind: "small" | "large";
  from: number;
  to: number;
}

/** A model as the scoring kernel reads it (see kernels/assembly/predict.ts). */
export interface ScoreTables {
  /** The order in which the trees stand in the model. */
  stretches: Stretch[];
  /** Trees of at most 32 leaves: column, threshold, leaves to clear, missing goes left; four words a split. */
  splits: Int32Array;
  leaves: Float64Array;
  /** First split, splits, first leaf and a word unused; four words a tree. */
  small: Int32Array;
  /** Larger trees: where the column starts in a block, threshold, right, left, missing goes left; 32 bytes a node. */
  nodes: Int32Array;
  /** Root and depth, two words a tree. */
  roots: Int32Array;
}

/** Rows at a time: 94 columns of them stay within a core's cache. */
export const blockRows = 512;

const mostLeaves = 32;
const nodeBytes = 32;
const word = new DataView(new ArrayBuffer(4));

/** The bits of a float32 as a whole number. @example floatBits(1) => 1065353216 */
function floatBits(value: number): number {
  word.setFloat32(0, value);
  return word.getInt32(0);
}

/** Lays a model's trees out for the scoring kernel. */
export function scoreTables(trees: Trees): ScoreTables {
  const stretches: Stretch[] = [];
  const splits: number[] = [];
  const leaves: number[] = [];
  const small: number[] = [];
  const roots: number[] = [];
  for (let tree = 0; tree < trees.offsets.length - 1; tree++) {
    const root = trees.offsets[tree];
    const kind = leavesBelow(trees, root) <= mostLeaves ? "small" : "large";
    const place = kind === "small" ? small.length / 4 : roots.length / 2;
    const last = stretches.at(-1);
    if (last?.kind === kind) last.to++;
    else stretches.push({kind, from: place, to: place + 1});
    if (kind === "large") {
      roots.push(nodeBytes * root, depthBelow(trees, root));
      continue;
    }
    const [firstSplit, firstLeaf] = [splits.length / 4, leaves.length];
    addSplits(trees, root, firstLeaf, splits, leaves);
    small.push(firstSplit, splits.length / 4 - firstSplit, firstLeaf, 0);
  }
  const large = roots.length > 0;
  return {
    stretches,
    splits: Int32Array.from(splits),
    leaves: Float64Array.from(leaves),
    small: Int32Array.from(small),
    nodes: large ? nodesOf(trees) : new Int32Array(0),
    roots: Int32Array.from(roots)
  };
}

const leavesBelow = (trees: Trees, node: number): number =>
  trees.feature[node] < 0 ? 1 : leavesBelow(trees, trees.left[node]) + leavesBelow(trees, trees.right[node]);

/** Leaves from left to right; a split knows the bits of the leaves on its left. */
function addSplits(trees: Trees, node: number, firstLeaf: number, splits: number[], leaves: number[]): void {
  const {feature, threshold, defaultLeft, left, right, value} = trees;
  if (feature[node] < 0) {
    leaves.push(value[node]);
    return;
  }
  const from = leaves.length - firstLeaf;
  addSplits(trees, left[node], firstLeaf, splits, leaves);
  const to = leaves.length - firstLeaf;
  splits.push(feature[node], floatBits(threshold[node]), bits(from, to), defaultLeft[node]);
  addSplits(trees, right[node], firstLeaf, splits, leaves);
}

/** Ones from bit `from` to bit `to` - 1. @example bits(1, 3) => 6 */
const bits = (from: number, to: number): number => (2 ** to - 2 ** from) | 0;

const depthBelow = (trees: Trees, node: number): number =>
  trees.feature[node] < 0
    ? 0
    : 1 + Math.max(depthBelow(trees, trees.left[node]), depthBelow(trees, trees.right[node]));

function nodesOf({feature, threshold, left, right, defaultLeft, value}: Trees): Int32Array {
  const words = new Int32Array((nodeBytes / 4) * feature.length);
  const view = new DataView(words.buffer);
  feature.forEach((column, node) => {
    const at = nodeBytes * node;
    const leaf = column < 0;
    view.setInt32(at, leaf ? 0 : 4 * blockRows * column, true);
    view.setFloat32(at + 4, threshold[node], true);
    view.setInt32(at + 8, leaf ? at : nodeBytes * right[node], true);
    view.setInt32(at + 12, leaf ? at : nodeBytes * left[node], true);
    view.setInt32(at + 16, defaultLeft[node], true);
    view.setFloat64(at + 24, value[node], true);
  });
  return words;
}
