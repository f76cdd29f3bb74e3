import type {Progress} from "../../driven.js";
import {formatCount, formatTyped} from "../../format.js";
import {normalQuantile} from "../../distributions/normal.js";
import {randomStream} from "../../random/streams.js";
import type {Result} from "../../result.js";
import {fail, ok} from "../../result.js";
import {designBoundaries, equalTimes, mostLooks} from "./boundaries.js";
import {widthFactor} from "./confidenceSequence.js";
import {peekingRates} from "./power.js";
import {tabledBinomial} from "./tabledDraws.js";

/** Ways to read a running test, by when they call it. */
export const methods = ["naive", "fixed", "sequence", "obrien-fleming", "pocock"] as const;

export type Method = (typeof methods)[number];

/** Tests of two arms that are looked at again and again. */
export interface PeekingOptions {
  /** Conversion rate of the control. */
  rate: number;
  /** Rate of the treatment less that of the control; 0 for A/A tests. */
  effect: number;
  /** New users of each arm before each look. */
  usersPerLook: number;
  looks: number;
  /** Of both sides together. */
  alpha: number;
  /** Users of both arms at which the confidence sequence is tightest. */
  tuning: number;
  runs: number;
  seed: number;
}

/** By look, what each method's |z| must reach. */
export interface Thresholds {
  options: PeekingOptions;
  /** z = difference over the standard error; of the confidence sequence unpooled, else pooled. */
  z: Record<Method, Float64Array>;
  /** How often naive peeking is wrong up to and with each look, by the theory for many users. */
  theory: Float64Array;
}

/** Where the tests of one method stopped, by look: add two to join them. */
export interface Tally {
  stops: Float64Array;
  /** Stops with the treatment ahead. */
  ahead: Float64Array;
  /** Over the stops, conversions of treatment less control, with and without sign. */
  differences: Float64Array;
  sizes: Float64Array;
}

export interface Peeked {
  runs: number;
  tallies: Record<Method, Tally>;
  /** The first run that naive peeking stopped before the last look; -1 for none. */
  firstFooled: number;
}

/** The most runs, and the most users of an arm and look. */
export const peekingLimits = {runs: 10_000, usersPerLook: 100_000, looks: mostLooks} as const;

/** What chance decides about a simulated test, whether it is counted or drawn. */
export const runChance = (seed: number, run: number) => randomStream("sequential.peeking", seed, run);

const isWhole = (value: number, most: number) => Number.isSafeInteger(value) && value >= 1 && value <= most;

/** Why tests cannot be simulated, or null. */
function problemOf({rate, effect, usersPerLook, looks, alpha, tuning, runs}: PeekingOptions): string | null {
  if (!(rate > 0 && rate < 1))
    return `The rate must be above 0 and below 1: choose one like ${formatTyped(0.1)}.`;
  if (!(rate + effect > 0 && rate + effect < 1))
    return "With that effect the treatment’s rate leaves 0 to 1: choose a smaller effect.";
  if (!isWhole(usersPerLook, peekingLimits.usersPerLook))
    return `The users per look must be a whole number from 1 to ${formatCount(100_000)}.`;
  if (!isWhole(looks, peekingLimits.looks))
    return `The looks must be a whole number from 1 to ${formatCount(1000)}.`;
  if (!(alpha >= 0.001 && alpha <= 0.2))
    return `Alpha must be from ${formatTyped(0.001)} to ${formatTyped(0.2)}: choose one like ${formatTyped(0.05)}.`;
  if (!(tuning >= 1))
    return `The confidence sequence must be tuned to one user at least: choose one like ${formatCount(5000)}.`;
  if (!isWhole(runs, peekingLimits.runs))
    return `The runs must be a whole number from 1 to ${formatCount(10_000)}.`;
  return null;
}

/**
 * What each method asks of z at each look.
 * @returns fails with `peeking` for options out of bounds
 * @example thresholdsOf({rate: 0.1, effect: 0, usersPerLook: 1000, looks: 5, alpha: 0.05, tuning: 5000, runs: 1, seed: 1}).value.theory[4] => 0.142
 */
export function thresholdsOf(options: PeekingOptions): Result<Thresholds> {
  const problem = problemOf(options);
  if (problem) return fail("peeking", problem);
  const {alpha, looks, usersPerLook, tuning} = options;
  const times = equalTimes(looks);
  const single = normalQuantile(1 - alpha / 2);
  const [late, even] = (["obrien-fleming", "pocock"] as const).map((kind) =>
    designBoundaries({kind, alpha, sides: 2, times})
  );
  if (!late.ok) return late;
  if (!even.ok) return even;
  return ok({
    options,
    z: {
      naive: new Float64Array(looks).fill(single),
      fixed: Float64Array.from(times, (_, look) => (look === looks - 1 ? single : Infinity)),
      sequence: Float64Array.from(times, (_, look) =>
        widthFactor(2 * usersPerLook * (look + 1), {alpha, tuning, sides: "two-sided"})
      ),
      "obrien-fleming": Float64Array.from(late.value.z),
      pocock: Float64Array.from(even.value.z)
    },
    theory: Float64Array.from(peekingRates(times, alpha))
  });
}

const emptyTally = (looks: number): Tally => ({
  stops: new Float64Array(looks),
  ahead: new Float64Array(looks),
  differences: new Float64Array(looks),
  sizes: new Float64Array(looks)
});

/** Runs between two signs of life: at most so many looks. */
const looksPerTurn = 20_000;

/**
 * Simulates tests `from` to before `to`: conversions are drawn look by look from their exact binomial distribution, and
 * each method stops where it first may. Each run has a stream of its own, so the result does not depend on how the runs
 * are shared out. Yields the share of runs done, every few milliseconds.
 * @example [...] of simulatePeeking(thresholds, 0, 1000) ends with {runs: 1000, tallies: {naive: {stops, ...}, ...}, ...}
 */
export function* simulatePeeking(
  {options, z}: Thresholds,
  from: number,
  to: number
): Generator<Progress, Peeked, void> {
  const {rate, effect, usersPerLook, looks, seed} = options;
  const draws = [tabledBinomial(usersPerLook, rate), tabledBinomial(usersPerLook, rate + effect)];
  const tallies = methods.map(() => emptyTally(looks));
  const marks = methods.map((method) => Float64Array.from(z[method], (value) => value * value));
  const unpooled = methods.indexOf("sequence");
  const turn = Math.max(1, Math.floor(looksPerTurn / looks));
  let firstFooled = -1;
  for (let run = from; run < to; run++) {
    const random = runChance(seed, run);
    const open = methods.map((_, method) => method);
    let [control, treatment] = [0, 0];
    for (let look = 0; look < looks && open.length > 0; look++) {
      control += draws[0](random);
      treatment += draws[1](random);
      const users = usersPerLook * (look + 1);
      const difference = treatment - control;
      const [pooled, own] = spreads(control, treatment, users);
      for (let i = open.length - 1; i >= 0; i--) {
        const method = open[i];
        const spread = method === unpooled ? own : pooled;
        if (!(spread > 0 && difference * difference >= marks[method][look] * spread)) continue;
        const {stops, ahead, differences, sizes} = tallies[method];
        stops[look]++;
        if (difference > 0) ahead[look]++;
        differences[look] += difference;
        sizes[look] += Math.abs(difference);
        if (method === 0 && look < looks - 1 && firstFooled < 0) firstFooled = run;
        open.splice(i, 1);
      }
    }
    if ((run - from + 1) % turn === 0) yield {share: (run - from + 1) / (to - from)};
  }
  return {
    runs: to - from,
    tallies: Object.fromEntries(methods.map((method, i) => [method, tallies[i]])) as Record<Method, Tally>,
    firstFooled
  };
}

/** Variance of the difference of two counts among as many users each: pooled, and each arm's own. */
export function spreads(control: number, treatment: number, users: number): [number, number] {
  const both = control + treatment;
  return [
    both * (1 - both / (2 * users)),
    control * (1 - control / users) + treatment * (1 - treatment / users)
  ];
}

/** Joins what parts of the runs gave. @example joinPeeked([first, second]).runs => first.runs + second.runs */
export function joinPeeked(parts: readonly Peeked[]): Peeked {
  const looks = parts[0].tallies.naive.stops.length;
  const tallies = Object.fromEntries(methods.map((method) => [method, emptyTally(looks)])) as Record<
    Method,
    Tally
  >;
  for (const part of parts)
    for (const method of methods)
      for (const column of ["stops", "ahead", "differences", "sizes"] as const) {
        const [sum, more] = [tallies[method][column], part.tallies[method][column]];
        for (let look = 0; look < looks; look++) sum[look] += more[look];
      }
  const fooled = parts.map(({firstFooled}) => firstFooled).filter((run) => run >= 0);
  return {
    runs: parts.reduce((sum, {runs}) => sum + runs, 0),
    tallies,
    firstFooled: fooled.length ? Math.min(...fooled) : -1
  };
}
