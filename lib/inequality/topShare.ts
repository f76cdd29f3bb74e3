import {everyRow} from "../stats/everyRow.js";

/**
 * The share of the whole that the top share of people hold: of the largest amounts so many as come nearest to it. Null
 * where there is nothing to share out.
 * @param top share of people, above 0 and at most 1
 * @example topShare(Float64Array.of(6, 2, 1, 1), 0.25) => 0.6
 */
export function topShare(amounts: ArrayLike<number>, top: number): number | null {
  const order = everyRow(amounts.length);
  order.sort((a, b) => amounts[a] - amounts[b]);
  return topShareInOrder(order, amounts, top);
}

/** The same for amounts whose ascending order is known. */
export function topShareInOrder(
  order: Uint32Array,
  amounts: ArrayLike<number>,
  top: number,
  weights?: ArrayLike<number>
): number | null {
  let [people, total] = [0, 0];
  for (const i of order) {
    const weight = weights ? weights[i] : 1;
    people += weight;
    total += amounts[i] * weight;
  }
  if (!(total > 0) || amounts[order[0]] < 0) return null;
  let left = Math.round(top * people);
  let held = 0;
  for (let at = order.length - 1; at >= 0 && left > 0; at--) {
    const weight = Math.min(left, weights ? weights[order[at]] : 1);
    held += weight * amounts[order[at]];
    left -= weight;
  }
  return held / total;
}
