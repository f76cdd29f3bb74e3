import {drawCounts} from "../random/drawCounts.js";
import type {Interval} from "../metrics/percentileInterval.js";
import {percentileInterval} from "../metrics/percentileInterval.js";
import {randomStream} from "../random/streams.js";

export interface BootstrapOptions {
  seed: number;
  resamples?: number;
  level?: number;
}

/** A mean over people and where it would lie with other people like them. */
export interface MeanInterval extends Interval {
  mean: number;
}

/**
 * The mean of a value a person, with the bootstrap's percentile interval over people (Efron and Tibshirani 1993, ch.
 * 13). Of one seed, the same people are drawn for all lists of one length. `null` without people.
 * @example meanInterval(evaluation.at[0].values.recall, {seed: 1}) => {mean: 0.02, low: 0.015, high: 0.026}
 */
export function meanInterval(
  values: Float64Array,
  {seed, resamples = 1000, level = 0.95}: BootstrapOptions
): MeanInterval | null {
  const people = values.length;
  if (!people) return null;
  const random = randomStream("recommend.resamples", seed);
  const counts = new Uint16Array(people);
  const means = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample++) {
    drawCounts(counts, random);
    let sum = 0;
    for (let i = 0; i < people; i++) sum += counts[i] * values[i];
    means[resample] = sum / people;
  }
  const interval = percentileInterval(means, level);
  return interval && {mean: values.reduce((sum, value) => sum + value, 0) / people, ...interval};
}
