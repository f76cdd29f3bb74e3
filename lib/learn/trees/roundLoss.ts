import {softplus} from "../../stats/sigmoid.js";
import type {Grower} from "./grower.js";

const chunk = 64;

/**
 * Mean log loss in nats of some rows (all without them) at the grower's margins, every row counted once. Reads it off
 * the gradients that `logisticGradients` has just left there: gradient / weight = p - label, and the loss is
 * -ln(1 - |p - label|), so that a round costs no exponential and one logarithm for 64 rows. Rows where single
 * precision would blur that (wrong by more than .99, or weighing nothing) are computed from the margin.
 * @example roundLoss(grower) => 0.6931471805599453, where all margins are 0
 */
export function roundLoss(
  {gradients, weights, margins, labels, rows: all}: Grower,
  rows?: Uint32Array
): number {
  const count = rows ? rows.length : all;
  let sum = 0;
  let product = 1;
  for (let i = 0; i < count; i++) {
    const row = rows ? rows[i] : i;
    const right = 1 - Math.abs(gradients[row] / weights[row]);
    if (right > 0.01) product *= right;
    else sum += softplus(labels[row] ? -margins[row] : margins[row]);
    if (i % chunk === chunk - 1) {
      sum -= Math.log(product);
      product = 1;
    }
  }
  return (sum - Math.log(product)) / count;
}
