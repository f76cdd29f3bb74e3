import {betaQuantile} from "../../../lib/distributions/beta.js";
import {difference} from "../../../lib/experiments/bayes/difference.js";
import {normalBelief} from "../../../lib/experiments/bayes/normalBelief.js";
import type {BetaPosterior} from "../../../lib/experiments/bayes/posterior.js";
import {logOdds} from "../../../lib/experiments/bayes/posterior.js";
import type {BayesReading} from "./reading.js";

/** A point of a density, ready to be drawn. */
export interface DensityPoint {
  arm: string;
  /** The arm's place among all, control first. */
  place: number;
  value: number;
  density: number;
  /** Whether it lies in the arm's credible interval. */
  inside: boolean;
}

const points = 161;

/** A point at each of evenly spaced values; the ends of the interval are among them, so that it is drawn whole. */
function sampled(
  arm: {name: string; place: number},
  [from, to]: [number, number],
  interval: {low: number; high: number},
  density: (value: number) => number
): DensityPoint[] {
  const values = Array.from({length: points}, (_, i) => from + ((to - from) * i) / (points - 1));
  const ends = [interval.low, interval.high].filter((end) => end > from && end < to);
  return [...values, ...ends]
    .sort((a, b) => a - b)
    .map((value) => ({
      arm: arm.name,
      place: arm.place,
      value,
      density: density(value),
      inside: value >= interval.low && value <= interval.high
    }))
    .filter((point) => Number.isFinite(point.density));
}

const rateDensity = (belief: BetaPosterior) => (rate: number) =>
  belief.density(logOdds(rate)) / (rate * (1 - rate));

/** The posterior density of each arm's rate or mean; where it grows without bound, at 0 or 1, it is cut off. */
export function armDensities(reading: BayesReading): DensityPoint[] {
  if (reading.metric === "proportion")
    return reading.found.arms.flatMap(({name, posterior, interval}, place) => {
      const {a, b} = posterior;
      const ends: [number, number] = [betaQuantile(0.002, a, b), betaQuantile(0.998, a, b)];
      const density = rateDensity(posterior);
      const most =
        a < 1 || b < 1
          ? 2 * Math.max(...[0.25, 0.75].map((at) => density(betaQuantile(at, a, b))))
          : Infinity;
      return sampled({name, place}, ends, interval, density).filter((point) => point.density <= most);
    });
  return reading.found.arms.flatMap(({name, mean, sd, interval}, place) =>
    sampled({name, place}, [mean - 3.2 * sd, mean + 3.2 * sd], interval, normalBelief(mean, sd).density)
  );
}

/** The posterior density of each treatment's effect on the control, in the unit that the reader chose. */
export function effectDensities(reading: BayesReading): DensityPoint[] {
  const {kind} = reading;
  if (reading.metric === "proportion") {
    const [control, ...treatments] = reading.found.arms;
    return treatments.flatMap(({name, posterior, lift}, i) => {
      if (!lift) return [];
      const effect = difference(control.posterior, posterior, kind);
      const ends: [number, number] = [effect.quantile(0.002), effect.quantile(0.998)];
      return sampled({name, place: i + 1}, ends, lift[kind], effect.density);
    });
  }
  return reading.found.arms.flatMap(({name, effect}, place) =>
    effect?.sd && effect.interval
      ? sampled(
          {name, place},
          [effect.expected - 3.2 * effect.sd, effect.expected + 3.2 * effect.sd],
          effect.interval,
          normalBelief(effect.expected, effect.sd).density
        )
      : []
  );
}
