import type {Evaluation, RankingMetric} from "./evaluate.js";
import type {BootstrapOptions, MeanInterval} from "./meanInterval.js";
import {meanInterval} from "./meanInterval.js";

/**
 * By how much a model's mean of a metric is above another's, with an interval over the people both are evaluated on:
 * the difference is taken within each person, so that what is hard for both does not blur it.
 * @param k one of the lengths that both were evaluated at
 * @throws RangeError where the people differ or k was not evaluated
 * @example pairedDifference(knn, popularity, "ndcg", 10, {seed: 1}) => {mean: 0.001, low: -0.002, high: 0.004}
 */
export function pairedDifference(
  model: Evaluation,
  base: Evaluation,
  metric: RankingMetric,
  k: number,
  options: BootstrapOptions
): MeanInterval | null {
  if (model.person.length !== base.person.length || model.person.some((code, i) => code !== base.person[i]))
    throw new RangeError("evaluated on different people");
  const [own, other] = [model, base].map(({at}) => at.find((entry) => entry.k === k)?.values[metric]);
  if (!own || !other) throw new RangeError(`not evaluated at ${k}`);
  return meanInterval(
    own.map((value, i) => value - other[i]),
    options
  );
}
