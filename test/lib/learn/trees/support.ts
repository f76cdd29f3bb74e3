import type {XgboostSpec} from "../../../../lib/learn/families.js";
import {briefSpecs} from "../../../../lib/learn/families.js";
import {finish} from "../../../../lib/learn/finish.js";
import {binColumns} from "../../../../lib/learn/trees/bins.js";
import type {TreeFit} from "../../../../lib/learn/trees/fit.js";
import {xgboost} from "../../../../lib/learn/trees/xgboost.js";
import {twinGrower} from "../../../../lib/learn/trees/twin.js";
import {randomSource} from "../../../../lib/random/source.js";
import type {Result} from "../../../../lib/result.js";

/** Rows of made-up columns: the label leans on x and on whether y is missing; noise and constant say nothing. */
export function madeUp(rows: number, seed = 1) {
  const random = randomSource(seed);
  const column = (value: () => number) => Float32Array.from({length: rows}, value);
  const x = column(() => Math.round(40 * random()) / 10);
  const y = column(() => (random() < 0.3 ? NaN : random()));
  const columns = [x, y, column(random), column(() => 7)];
  const labels = Uint8Array.from({length: rows}, (_, row) =>
    Number(random() < 1 / (1 + Math.exp(2 - x[row] - (Number.isNaN(y[row]) ? 2 : 0))))
  );
  return {columns, labels, features: ["x", "y", "noise", "constant"]};
}

/** The same, binned and ready to be fitted by the plain grower. */
export function madeUpFit(rows: number, seed = 1): TreeFit & {columns: Float32Array[]} {
  const {columns, labels, features} = madeUp(rows, seed);
  return {grower: twinGrower(binColumns(columns, {maxBins: 256})), features, labels, columns, seed};
}

/** What a result holds; the message as an exception when it holds none. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** Mean log loss of probabilities, by its definition. */
export const plainLogLoss = (labels: ArrayLike<number>, probabilities: ArrayLike<number>): number =>
  -Array.from(labels, (label, row) => Math.log(label ? probabilities[row] : 1 - probabilities[row])).reduce(
    (sum, term) => sum + term,
    0
  ) / labels.length;

/** Boosted trees by plain parameters: eta .3, lambda 1, 20 rounds. */
export const trainXgboost = (fit: TreeFit, spec: Partial<XgboostSpec> = {}) =>
  valueOf(
    finish(
      xgboost(fit, {
        ...briefSpecs.xgboost,
        rounds: 20,
        eta: 0.3,
        alpha: 0,
        lambda: 1,
        scalePosWeight: 1,
        ...spec
      })
    )
  );
