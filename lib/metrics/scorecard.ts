import {majorityBaseline} from "./majorityBaseline.js";
import type {Cuts, Measures, MetricName} from "./measure.js";
import {measure, metricNames, named} from "./measure.js";
import type {Interval} from "./percentileInterval.js";
import {percentileInterval} from "./percentileInterval.js";
import {rankRows} from "./rankRows.js";
import type {ResampleOptions} from "./resampledMeasures.js";
import {resampledMeasures} from "./resampledMeasures.js";

/** A metric with its interval; `null` where the rows cannot tell. */
export interface Estimate {
  value: number | null;
  interval: Interval | null;
}

/** How well a model does on rows it has not learnt from, beside what needs no model. */
export interface Scorecard extends Cuts {
  rows: number;
  positives: number;
  metrics: Record<MetricName, Estimate>;
  /** What predicting the training rows' majority, at their share, gives on the same rows. */
  baseline: Measures;
}

/** `threshold` .5, `top` .1 of the rows, 300 `resamples` and `level` .95 where not given. */
export interface ScorecardOptions extends Partial<ResampleOptions> {
  random: () => number;
  /** The labels that the model learnt from, for the baseline. */
  trainLabels: ArrayLike<number>;
  level?: number;
}

/**
 * Every metric of a model on test rows with a percentile bootstrap interval, all from one set of resamples, and the
 * majority baseline. Gives way often, with the share done. Labels are 0 or 1.
 * @example finish(scorecard([0, 1], [0.2, 0.7], {trainLabels: [0, 0, 1], random})).metrics.rocAuc.value => 1
 */
export function* scorecard(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  {trainLabels, random, resamples = 300, level = 0.95, threshold = 0.5, top = 0.1}: ScorecardOptions
): Generator<{share: number}, Scorecard> {
  const ranked = rankRows(labels, probabilities);
  const cuts = {threshold, top};
  const [drawn] = yield* resampledMeasures([ranked], {random, resamples, ...cuts});
  const values = named(measure(ranked, cuts));
  const estimates = metricNames.map((name, index): [MetricName, Estimate] => [
    name,
    {value: values[name], interval: values[name] === null ? null : percentileInterval(drawn[index], level)}
  ]);
  return {
    ...cuts,
    rows: labels.length,
    positives: ranked.labels.reduce((sum, label) => sum + label, 0),
    metrics: Object.fromEntries(estimates) as Record<MetricName, Estimate>,
    baseline: majorityBaseline(trainLabels, labels, top)
  };
}
