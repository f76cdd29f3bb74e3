import {wilsonInterval} from "../metrics/wilsonInterval.js";
import type {Interval} from "../metrics/percentileInterval.js";
import {percentileInterval} from "../metrics/percentileInterval.js";
import {rankRows} from "../metrics/rankRows.js";
import type {MetricName} from "../metrics/measure.js";
import {measure, metricNames, named} from "../metrics/measure.js";
import type {Estimate} from "../metrics/scorecard.js";
import {drawCounts} from "../random/drawCounts.js";
import {calibrationLine} from "../calibrate/calibrationLine.js";
import type {EstimateOptions, Performance} from "./estimate.js";

/** How well probabilities did, once outcomes were known. */
export interface Realised extends Performance {
  rows: number;
  positives: number;
  /** Share of positives that was predicted, and that came, with Wilson's interval. */
  predicted: number;
  observed: number;
  observedInterval: Interval | null;
  /** Of the outcomes' log-odds on the predicted ones: 1 is right, below 1 is too extreme. */
  slope: number | null;
  slopeInterval: Interval | null;
}

const cuts = {threshold: 0.5, top: 0.1};

/**
 * How well probabilities did, with 95 % percentile bootstrap intervals (100 resamples without a number) and how well
 * they are calibrated.
 * @example realisedPerformance([0, 1], [0.2, 0.7], {random, resamples: 0}).rocAuc.value => 1
 */
export function realisedPerformance(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  {random, resamples = 100}: EstimateOptions
): Realised {
  const ranked = rankRows(labels, probabilities);
  const values = named(measure(ranked, cuts));
  const counts = new Uint16Array(labels.length);
  const inOrder = new Uint16Array(labels.length);
  const drawn = Array.from({length: labels.length ? resamples : 0}, () => {
    drawCounts(counts, random);
    ranked.order.forEach((row, rank) => (inOrder[rank] = counts[row]));
    return measure(ranked, cuts, inOrder);
  });
  const told = (name: MetricName): Estimate => {
    const index = metricNames.indexOf(name);
    const interval = percentileInterval(
      drawn.map((one) => one[index]),
      0.95
    );
    return {value: values[name], interval: values[name] === null ? null : interval};
  };
  const sum = (list: ArrayLike<number>) => Array.prototype.reduce.call(list, add, 0) as number;
  const rows = labels.length;
  const positives = sum(labels);
  const {slope, slopeInterval} = calibrationLine(labels, probabilities);
  return {
    ...{rocAuc: told("rocAuc"), averagePrecision: told("averagePrecision"), brier: told("brier")},
    ...{
      rows,
      positives,
      predicted: rows ? sum(probabilities) / rows : 0,
      observed: rows ? positives / rows : 0
    },
    observedInterval: wilsonInterval(positives, rows),
    ...{slope, slopeInterval}
  };
}

const add = (total: unknown, value: unknown) => Number(total) + Number(value);
