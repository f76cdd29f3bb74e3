import type {Limits, Split, Stretch} from "./kernel.js";
import type {Layout} from "./layout.js";
import {lossTaken} from "./soft.js";
import type {Sums} from "./twinSums.js";
import {columnSums} from "./twinSums.js";

/** Where the best split so far lies: its gain, its cut, and the sums of the side that was added up. */
interface Best {
  gain: number;
  column: number;
  bin: number;
  missingLeft: boolean;
  gradient: number;
  hessian: number;
}

/** Tries every cut of the admitted columns in turn; the first of the best wins. */
export function search(
  sums: Sums,
  layout: Layout,
  node: Stretch,
  features: Uint8Array,
  limits: Limits
): Split | undefined {
  const best: Best = {gain: 0, column: -1, bin: -1, missingLeft: false, gradient: 0, hessian: 0};
  for (let column = 0; column < layout.columns; column++) {
    if (!features[column]) continue;
    const own = columnSums(sums, layout, column);
    scan(own, layout, column, false, node, limits, best);
    if (layout.missingBin[column] >= 0) scan(own, layout, column, true, node, limits, best);
  }
  if (best.column < 0) return undefined;
  const {column, bin, missingLeft, gain, gradient, hessian} = best;
  const summed = {gradient, hessian};
  const rest = {gradient: node.gradient - gradient, hessian: node.hessian - hessian};
  const [left, right] = missingLeft ? [rest, summed] : [summed, rest];
  return {column, bin, missingLeft, gain, left, right};
}

/**
 * Adds up bins from the left (missing values then go right) or from the right (missing values left). From the left
 * the last cut counts too where values are missing: it parts them from all others.
 */
function scan(
  {moments, counts}: Sums,
  {valueBins, missingBin}: Layout,
  column: number,
  fromRight: boolean,
  node: Stretch,
  {alpha, lambda, minHessian, minRows, doubleGain}: Limits,
  best: Best
): void {
  const round = doubleGain ? Number : Math.fround;
  const parent = round(lossTaken(node.gradient, node.hessian, alpha, lambda));
  const rows = node.end - node.begin;
  const bins = valueBins[column];
  const tries = fromRight || missingBin[column] < 0 ? bins - 1 : bins;
  let gradient = 0;
  let hessian = 0;
  let count = 0;
  for (let step = 0; step < tries; step++) {
    const bin = fromRight ? bins - 1 - step : step;
    gradient += moments[2 * bin];
    hessian += moments[2 * bin + 1];
    count += counts[bin];
    const otherHessian = node.hessian - hessian;
    if (!(hessian >= minHessian && otherHessian >= minHessian)) continue;
    if (minRows > 0 && (count < minRows || rows - count < minRows)) continue;
    const own = round(lossTaken(gradient, hessian, alpha, lambda));
    const other = round(lossTaken(node.gradient - gradient, otherHessian, alpha, lambda));
    const gain = round(round(own + other) - parent);
    if (!(gain > best.gain)) continue;
    Object.assign(best, {gain, column, bin: fromRight ? bin - 1 : bin, missingLeft: fromRight});
    Object.assign(best, {gradient, hessian});
  }
}
