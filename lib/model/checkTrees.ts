import type {Trees} from "../learn/trees/ensemble.js";
import {malformed} from "./reader.js";

/**
 * Fails with a sentence unless the nodes form trees: each but a root is the child of exactly one earlier node of its
 * tree, and splits look at columns that there are.
 */
export function checkTrees(trees: Trees, features: number): void {
  const {offsets, feature, left, right} = trees;
  const nodes = feature.length;
  if (offsets[0] !== 0 || offsets[offsets.length - 1] !== nodes)
    malformed("“trees.offsets” must run from 0 to the number of nodes.");
  const parents = new Uint8Array(nodes);
  for (let tree = 0; tree + 1 < offsets.length; tree++) {
    const end = offsets[tree + 1];
    if (end <= offsets[tree]) malformed(`Tree ${tree} has no node.`);
    for (let node = offsets[tree]; node < end; node++) {
      if ((node === offsets[tree]) !== (parents[node] === 0))
        malformed(`Node ${node} is ${parents[node] ? "a root and a child" : "no one's child"}.`);
      const children = [left[node], right[node]];
      if (feature[node] === -1) {
        if (children.some((child) => child !== -1)) malformed(`Node ${node} is a leaf with children.`);
        continue;
      }
      if (feature[node] < 0 || feature[node] >= features)
        malformed(`Node ${node} looks at column ${feature[node]}; there are ${features}.`);
      for (const child of children) {
        if (!(child > node && child < end)) malformed(`Node ${node} has a child out of range: ${child}.`);
        if (++parents[child] > 1) malformed(`Node ${child} is the child of two nodes.`);
      }
    }
  }
}
