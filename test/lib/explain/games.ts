import type {TreeModel} from "../../../lib/learn/trees/ensemble.js";

/** Shapley values of a game by its definition: every coalition of `players`, as a set of bits. */
export function shapleyValues(players: number, worth: (coalition: number) => number): number[] {
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  const size = (coalition: number) => coalition.toString(2).replaceAll("0", "").length;
  const worths = Array.from({length: 1 << players}, (_, coalition) => worth(coalition));
  return Array.from({length: players}, (_, i) => {
    let sum = 0;
    for (let coalition = 0; coalition < 1 << players; coalition++) {
      if ((coalition >> i) & 1) continue;
      const k = size(coalition);
      const weight = (factorial(k) * factorial(players - k - 1)) / factorial(players);
      sum += weight * (worths[coalition | (1 << i)] - worths[coalition]);
    }
    return sum;
  });
}

/** A score's mean when only the columns in the coalition are known: unknown splits go both ways, by cover. */
export function knownScore({trees, base}: TreeModel, row: ArrayLike<number>, coalition: number): number {
  const {feature, threshold, defaultLeft, left, right, value, cover} = trees;
  const visit = (node: number): number => {
    const column = feature[node];
    if (column < 0) return value[node];
    if ((coalition >> column) & 1) {
      const x = row[column];
      return visit(
        (Number.isNaN(x) ? defaultLeft[node] === 1 : x < threshold[node]) ? left[node] : right[node]
      );
    }
    const [a, b] = [cover[left[node]], cover[right[node]]];
    const share = a + b > 0 ? a / (a + b) : 0.5;
    return share * visit(left[node]) + (1 - share) * visit(right[node]);
  };
  return Array.from(trees.offsets.subarray(0, -1)).reduce((sum, root) => sum + visit(root), base);
}

/**
 * Saabas's attribution of one tree, the contrast: what each split on the row's own path changes in the mean goes to
 * the split's column.
 */
export function saabas(model: TreeModel, row: ArrayLike<number>): number[] {
  const {feature, threshold, left, right} = model.trees;
  const contributions = model.features.map(() => 0);
  const mean = (node: number) =>
    knownScore({...model, base: 0, trees: {...model.trees, offsets: Int32Array.of(node, node)}}, row, 0);
  for (let node = 0; feature[node] >= 0;) {
    const next = row[feature[node]] < threshold[node] ? left[node] : right[node];
    contributions[feature[node]] += mean(next) - mean(node);
    node = next;
  }
  return contributions;
}
