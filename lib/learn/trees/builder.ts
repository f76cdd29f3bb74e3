import type {Trees} from "./ensemble.js";
import type {GrownTree} from "./grower.js";

/** Puts trees side by side, in the order in which they are added. */
export interface TreesBuilder {
  /** Takes a copy. `values` is what each leaf adds to the score; `gainScale` brings the gains to the trainer's unit. */
  add: (tree: GrownTree, values: ArrayLike<number>, gainScale?: number) => void;
  readonly count: number;
  build: () => Trees;
}

/** Starts with no tree. @example treesBuilder().build().offsets => Int32Array.of(0) */
export function treesBuilder(): TreesBuilder {
  const parts: Trees[] = [];
  return {
    add: (tree, values, gainScale = 1) => void parts.push(single(tree, values, gainScale)),
    get count() {
      return parts.length;
    },
    build: () => joinTrees(parts)
  };
}

function single(tree: GrownTree, values: ArrayLike<number>, gainScale: number): Trees {
  const {nodes} = tree;
  const part = emptyTrees(nodes, 1);
  part.offsets[1] = nodes;
  for (let node = 0; node < nodes; node++) {
    const split = tree.feature[node] >= 0;
    part.feature[node] = split ? tree.feature[node] : -1;
    part.threshold[node] = split ? tree.threshold[node] : 0;
    part.defaultLeft[node] = split ? tree.defaultLeft[node] : 0;
    part.left[node] = split ? tree.left[node] : -1;
    part.right[node] = split ? tree.right[node] : -1;
    part.value[node] = split ? 0 : values[node];
    part.gain[node] = split ? tree.gain[node] * gainScale : 0;
    part.cover[node] = tree.cover[node];
  }
  return part;
}

/** Columns for so many nodes, all zero. */
export const emptyTrees = (nodes: number, trees: number): Trees => ({
  offsets: new Int32Array(trees + 1),
  feature: new Int32Array(nodes),
  threshold: new Float32Array(nodes),
  defaultLeft: new Uint8Array(nodes),
  left: new Int32Array(nodes),
  right: new Int32Array(nodes),
  value: new Float64Array(nodes),
  gain: new Float64Array(nodes),
  cover: new Float64Array(nodes)
});

/** How many trees there are. @example treeCount(treesBuilder().build()) => 0 */
export const treeCount = ({offsets}: Trees): number => offsets.length - 1;

/** The trees of all parts, one part after the other: what several workers grew becomes one forest. */
export function joinTrees(parts: readonly Trees[]): Trees {
  const nodes = parts.reduce((sum, part) => sum + part.feature.length, 0);
  const joined = emptyTrees(
    nodes,
    parts.reduce((sum, part) => sum + treeCount(part), 0)
  );
  let at = 0;
  let tree = 0;
  for (const part of parts) {
    for (const name of ["feature", "threshold", "defaultLeft", "value", "gain", "cover"] as const)
      joined[name].set(part[name], at);
    for (const name of ["left", "right"] as const)
      for (let node = 0; node < part[name].length; node++)
        joined[name][at + node] = part[name][node] < 0 ? -1 : part[name][node] + at;
    for (let i = 1; i < part.offsets.length; i++) joined.offsets[++tree] = at + part.offsets[i];
    at += part.feature.length;
  }
  return joined;
}

/** The first so many trees, as early stopping keeps them. @example treeCount(firstTrees(trees, 3)) => 3 */
export function firstTrees(trees: Trees, count: number): Trees {
  const end = trees.offsets[count];
  return {
    offsets: trees.offsets.slice(0, count + 1),
    feature: trees.feature.slice(0, end),
    threshold: trees.threshold.slice(0, end),
    defaultLeft: trees.defaultLeft.slice(0, end),
    left: trees.left.slice(0, end),
    right: trees.right.slice(0, end),
    value: trees.value.slice(0, end),
    gain: trees.gain.slice(0, end),
    cover: trees.cover.slice(0, end)
  };
}
