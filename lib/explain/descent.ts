import type {Trees} from "../learn/trees/ensemble.js";

/** Whether a value goes left at a split. Values count as float32, as columns hold them; NaN goes the default way. */
export function goesLeft(trees: Trees, node: number, value: number): boolean {
  const single = Math.fround(value);
  return single < trees.threshold[node] || (Number.isNaN(single) && trees.defaultLeft[node] === 1);
}

/**
 * Share of a node's training weight that goes left. Half where no weight reached the node: nothing is known about it
 * then, and any share keeps the sum of the contributions right.
 * @example leftShare(trees, 0) => cover[left[0]] / (cover[left[0]] + cover[right[0]])
 */
export function leftShare({left, right, cover}: Trees, node: number): number {
  const toLeft = cover[left[node]];
  const total = toLeft + cover[right[node]];
  return total > 0 ? toLeft / total : 0.5;
}
