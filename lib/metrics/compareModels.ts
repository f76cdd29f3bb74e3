import type {DeLong} from "./deLong.js";
import {deLong} from "./deLong.js";
import {holm} from "./holm.js";
import type {McNemar} from "./mcNemar.js";
import {mcNemar} from "./mcNemar.js";
import type {MetricName} from "./measure.js";
import {lowerIsBetter, measure, metricNames, named} from "./measure.js";
import type {Interval} from "./percentileInterval.js";
import {percentileInterval} from "./percentileInterval.js";
import {rankRows} from "./rankRows.js";
import type {ResampleOptions} from "./resampledMeasures.js";
import {resampledMeasures} from "./resampledMeasures.js";

export interface NamedModel {
  name: string;
  /** Of the same rows, in the same order, as every other model's. */
  probabilities: ArrayLike<number>;
}

export type Verdict = "a is better" | "b is better" | "difference not significant" | "cannot be compared";

/** Two models on the same rows. */
export interface Comparison {
  a: string;
  b: string;
  metric: MetricName;
  /** a's value less b's; `null` where the rows cannot tell. */
  difference: number | null;
  /** Percentile bootstrap interval of the difference; both models see the same resamples. */
  interval: Interval | null;
  /** Two-sided bootstrap p of no difference, at least 2 / (resamples + 1). */
  p: number | null;
  /** The same, adjusted by Holm for all pairs compared. */
  adjusted: number | null;
  verdict: Verdict;
  /** For "rocAuc". */
  deLong: DeLong | null;
  /** For "accuracy", at the threshold. */
  mcNemar: McNemar | null;
}

/** `resamples` 1000, `level` .95, `threshold` .5 and `top` .1 where not given. */
export interface ComparisonOptions extends Partial<ResampleOptions> {
  metric: MetricName;
  random: () => number;
  level?: number;
}

/**
 * Compares every pair of models on the same test rows by one metric, from one set of bootstrap resamples. A
 * difference is significant where its interval leaves out 0 and its p, adjusted by Holm for the number of pairs, is
 * at most 1 - level. Gives way often, with the share done; returns a, b; a, c; ... b, c; ...
 */
export function* compareModels(
  labels: ArrayLike<number>,
  models: readonly NamedModel[],
  options: ComparisonOptions
): Generator<{share: number}, Comparison[]> {
  const {metric, random, resamples = 1000, level = 0.95, threshold = 0.5, top = 0.1} = options;
  const cuts = {threshold, top};
  const ranked = models.map(({probabilities}) => rankRows(labels, probabilities));
  const drawn = yield* resampledMeasures(ranked, {random, resamples, ...cuts});
  const values = ranked.map((rows) => named(measure(rows, cuts))[metric]);
  const index = metricNames.indexOf(metric);
  const pairs = models.flatMap((_, a) => models.slice(a + 1).map((_, offset) => [a, a + 1 + offset]));
  const untold = pairs.map(([a, b]) => {
    const [valueA, valueB] = [values[a], values[b]];
    const told = valueA !== null && valueB !== null;
    const differences = drawn[a][index].map((value, k) => value - drawn[b][index][k]);
    return {
      a: models[a].name,
      b: models[b].name,
      metric,
      difference: told ? valueA - valueB : null,
      interval: told ? percentileInterval(differences, level) : null,
      p: told ? twoSided(differences) : null,
      deLong: metric === "rocAuc" ? deLong(labels, models[a].probabilities, models[b].probabilities) : null,
      mcNemar:
        metric === "accuracy"
          ? mcNemar(
              labels,
              calls(models[a].probabilities, threshold),
              calls(models[b].probabilities, threshold)
            )
          : null
    };
  });
  const adjusted = holm(untold.map(({p}) => p));
  return untold.map((d, pair) => ({
    ...d,
    adjusted: adjusted[pair],
    verdict: verdict(d, adjusted[pair], 1 - level)
  }));
}

/**
 * Compares two models on the same test rows by one metric: {@link compareModels} of a single pair.
 * @example finish(pairedComparison([0, 1], [0.1, 0.9], [0.1, 0.9], {metric: "brier", random})).difference => 0
 */
export function* pairedComparison(
  labels: ArrayLike<number>,
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  options: ComparisonOptions
): Generator<{share: number}, Comparison> {
  const models = [
    {name: "a", probabilities: a},
    {name: "b", probabilities: b}
  ];
  const [comparison] = yield* compareModels(labels, models, options);
  return comparison;
}

const calls = (probabilities: ArrayLike<number>, threshold: number) =>
  Uint8Array.from(probabilities, (p) => Number(p >= threshold));

/** Twice the smaller share of resampled differences on one side of 0, 0 itself on both, never quite 0. */
function twoSided(differences: Float64Array): number | null {
  const told = differences.filter((value) => !Number.isNaN(value));
  if (!told.length) return null;
  const below = told.reduce((count, value) => count + Number(value <= 0), 0);
  const above = told.reduce((count, value) => count + Number(value >= 0), 0);
  return Math.min(1, (2 * (Math.min(below, above) + 1)) / (told.length + 1));
}

function verdict(
  {difference, interval, metric}: Pick<Comparison, "difference" | "interval" | "metric">,
  adjusted: number | null,
  alpha: number
): Verdict {
  if (difference === null || interval === null || adjusted === null) return "cannot be compared";
  if ((interval.low <= 0 && interval.high >= 0) || adjusted > alpha) return "difference not significant";
  return difference > 0 !== lowerIsBetter.has(metric) ? "a is better" : "b is better";
}
