import type {Trees} from "./ensemble.js";

/**
 * The same trees with each threshold moved halfway between the two values that it parts among the rows reaching the
 * node (all rows without `rows`), where scikit-learn puts it and XGBoost's `exact` does; in float32. No row given
 * changes sides. A split with rows of known value on one side only keeps its threshold.
 */
export function halfway(trees: Trees, columns: readonly Float32Array[], rows?: Uint32Array): Trees {
  const {offsets, feature, threshold, defaultLeft, left, right} = trees;
  const below = new Float32Array(feature.length).fill(-Infinity);
  const above = new Float32Array(feature.length).fill(Infinity);
  const count = rows ? rows.length : (columns[0]?.length ?? 0);
  for (let tree = 0; tree < offsets.length - 1; tree++) {
    for (let i = 0; i < count; i++) {
      const row = rows ? rows[i] : i;
      let node = offsets[tree];
      while (feature[node] >= 0) {
        const value = columns[feature[node]][row];
        const goesLeft = value < threshold[node] || (value !== value && defaultLeft[node] === 1);
        if (goesLeft && value > below[node]) below[node] = value;
        if (!goesLeft && value < above[node]) above[node] = value;
        node = goesLeft ? left[node] : right[node];
      }
    }
  }
  return {
    ...trees,
    threshold: threshold.map((kept, node) => {
      const middle = Math.fround(below[node] / 2 + above[node] / 2);
      if (!Number.isFinite(middle)) return kept;
      return middle > below[node] ? middle : above[node];
    })
  };
}
