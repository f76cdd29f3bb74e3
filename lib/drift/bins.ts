import {quantile} from "../metrics/quantile.js";

/**
 * Inner edges of about so many bins with equally many values each, from values in ascending order; fewer where values
 * repeat. A value belongs to the first bin whose edge it does not exceed.
 * @example quantileEdges([1, 1, 1, 2, 3, 4], 2) => [1.5]
 */
export function quantileEdges(ascending: ArrayLike<number>, bins: number): number[] {
  if (!ascending.length) return [];
  const edges = Array.from({length: bins - 1}, (_, i) => quantile(ascending, (i + 1) / bins));
  const last = ascending[ascending.length - 1];
  return [...new Set(edges)].filter((edge) => edge < last);
}

/**
 * How many values fall into each bin between edges.
 * @example countsBetween([1, 2, 2, 9], [2, 5]) => [3, 0, 1]
 */
export function countsBetween(values: ArrayLike<number>, edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length + 1).fill(0);
  for (let i = 0; i < values.length; i++) {
    let [low, high] = [0, edges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[i] <= edges[middle]) high = middle;
      else low = middle + 1;
    }
    counts[low]++;
  }
  return counts;
}
