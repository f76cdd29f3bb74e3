import type {Trees} from "../learn/trees/ensemble.js";
import {double, real} from "./sqlNumbers.js";

/** Most splits on a path: engines recurse into nested CASEs. */
const deepest = 200;

/**
 * What a tree adds to the score, as nested CASEs over columns f0, f1, ... of type REAL. Throws a RangeError for a tree
 * deeper than 200 splits.
 * @example treeSql(trees, 0) => "case when f0 < cast(5e-1 as real) or f0 is null then 1e0 else (-1e0) end"
 */
export function treeSql(trees: Trees, tree: number): string {
  const {feature, threshold, defaultLeft, left, right, value} = trees;
  const branch = (node: number, depth: number): string => {
    if (feature[node] < 0) return double(value[node]);
    if (depth === deepest) throw new RangeError(`a tree is too deep for SQL: more than ${deepest} splits`);
    const column = `f${feature[node]}`;
    const missing = defaultLeft[node] ? ` or ${column} is null` : "";
    return `case when ${column} < ${real(threshold[node])}${missing} then ${branch(left[node], depth + 1)} else ${branch(right[node], depth + 1)} end`;
  };
  return branch(trees.offsets[tree], 0);
}
