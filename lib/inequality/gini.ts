import {everyRow} from "../stats/everyRow.js";

/**
 * The Gini coefficient of amounts that are not negative: 0 where all are equal, (n - 1) / n where one of n has all.
 * Null where there is nothing to share out. C. Gini (1912), by ranks: G = 2 Σ i x(i) / (n Σ x) - (n + 1) / n.
 * @param weights how often each amount counts; once without them
 * @example gini(Float64Array.of(0, 0, 0, 1)) => 0.75
 */
export function gini(amounts: ArrayLike<number>, weights?: ArrayLike<number>): number | null {
  const order = everyRow(amounts.length);
  order.sort((a, b) => amounts[a] - amounts[b]);
  return giniInOrder(order, amounts, weights);
}

/** The same for amounts whose ascending order is known. */
export function giniInOrder(
  order: Uint32Array,
  amounts: ArrayLike<number>,
  weights?: ArrayLike<number>
): number | null {
  let [people, total, ranked] = [0, 0, 0];
  for (const i of order) {
    const weight = weights ? weights[i] : 1;
    ranked += amounts[i] * weight * (people + (weight + 1) / 2);
    people += weight;
    total += amounts[i] * weight;
  }
  if (!(total > 0) || amounts[order[0]] < 0) return null;
  return Math.max(0, (2 * ranked) / (people * total) - (people + 1) / people);
}
