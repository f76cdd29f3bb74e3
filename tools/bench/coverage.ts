import {binomialLogPmf} from "../../lib/distributions/binomial.js";
import type {Draws} from "../../lib/distributions/draws.js";
import {drawsFrom} from "../../lib/distributions/draws.js";
import type {Interval, ProportionArm} from "../../lib/experiments/arms.js";
import {cuped} from "../../lib/experiments/read/cuped.js";
import {mannWhitney} from "../../lib/experiments/read/mannWhitney.js";
import {relativeLift, welch} from "../../lib/experiments/read/means.js";
import {meanStatistic} from "../../lib/experiments/read/statistic.js";
import {confidenceSequence} from "../../lib/experiments/sequential/confidenceSequence.js";
import {meanMoments, measured} from "../../lib/experiments/sequential/effect.js";
import {randomSource} from "../../lib/random/source.js";
import type {Result} from "../../lib/result.js";

/** Counts that a binomial takes, with their chances; those rarer than 1e-12 are left out. */
function outcomes(users: number, rate: number): {converted: number; chance: number}[] {
  const reach = 8 * Math.sqrt(users * rate * (1 - rate)) + 20;
  const first = Math.max(0, Math.floor(users * rate - reach));
  const last = Math.min(users, Math.ceil(users * rate + reach));
  return Array.from({length: last - first + 1}, (_, i) => first + i)
    .map((converted) => ({converted, chance: Math.exp(binomialLogPmf(converted, users, rate))}))
    .filter(({chance}) => chance > 1e-12);
}

/**
 * The chance that something holds of the counts of one arm, by enumeration.
 * @example exactShare(2, 0.5, ({converted}) => converted === 1) => 0.5
 */
export const exactShare = (users: number, rate: number, holds: (arm: ProportionArm) => boolean): number =>
  outcomes(users, rate).reduce(
    (sum, {converted, chance}) => sum + (holds({name: "a", users, converted}) ? chance : 0),
    0
  );

/**
 * The chance that something holds of the counts of two arms, by enumeration.
 * @param rates of control and treatment
 * @example exactShareOfTwo([1, 1], [0.5, 0.5], (a, b) => a.converted === b.converted) => 0.5
 */
export function exactShareOfTwo(
  [first, second]: readonly [number, number],
  rates: readonly [number, number],
  holds: (control: ProportionArm, treatment: ProportionArm) => boolean
): number {
  const others = outcomes(second, rates[1]);
  return outcomes(first, rates[0]).reduce((sum, {converted, chance}) => {
    const control = {name: "control", users: first, converted};
    return (
      sum +
      others.reduce(
        (inner, other) =>
          holds(control, {name: "treatment", users: second, converted: other.converted})
            ? inner + chance * other.chance
            : inner,
        0
      )
    );
  }, 0);
}

/** Whether an interval holds a value. @example within({low: 0, high: null}, 3) => true */
export const within = ({low, high}: Interval, value: number): boolean =>
  (low === null || low <= value) && (high === null || value <= high);

const sample = (users: number, draw: () => number) => Float64Array.from({length: users}, draw);

function armOf(name: string, values: Float64Array) {
  let [sum, sumSquares] = [0, 0];
  for (const value of values) {
    sum += value;
    sumSquares += value * value;
  }
  return {name, users: values.length, sum, sumSquares};
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

const statisticOf = (name: string, values: Float64Array) => valueOf(meanStatistic(armOf(name, values)));

/** An experiment drawn and read once: whether what is named came true. */
export type Trial = (draws: Draws) => boolean;

/** Values that lean far to the right, with mean 1. */
const skewed = (draws: Draws) => draws.gamma(1);

const covers = (read: {interval: Interval}, truth: number) => within(read.interval, truth);

function cupedTrial(draws: Draws): boolean {
  const half = 60;
  const before = sample(2 * half, () => draws.normal(10, 3));
  const outcome = before.map((past, i) => 0.8 * past + draws.normal(0, 2) + (i < half ? 0 : 1));
  const {adjusted} = valueOf(cuped(outcome, before));
  const [control, treatment] = [adjusted.slice(0, half), adjusted.slice(half)];
  return covers(valueOf(welch(statisticOf("a", control), statisticOf("b", treatment))), 1);
}

/** Looks after every tenth pair of users from the hundredth on: whether each of the intervals holds the truth. */
function sequenceTrial(draws: Draws): boolean {
  const [control, treatment] = [0, 0.2].map((name) => ({
    name: String(name),
    users: 0,
    sum: 0,
    sumSquares: 0
  }));
  for (let pair = 1; pair <= 1500; pair++) {
    for (const [arm, mean] of [
      [control, 0],
      [treatment, 0.2]
    ] as const) {
      const value = draws.normal(mean, 1);
      arm.users++;
      arm.sum += value;
      arm.sumSquares += value * value;
    }
    if (pair < 100 || pair % 10) continue;
    const now = valueOf(measured(meanMoments(control), meanMoments(treatment), "absolute"));
    if (!within(confidenceSequence(now, {alpha: 0.05, tuning: 1000, sides: "two-sided"}), 0.2)) return false;
  }
  return true;
}

/** What should come true in 95 of 100 experiments, or at least so often where said. */
export const coverageTrials: Readonly<Record<string, {trial: Trial; atLeast?: true}>> = {
  "Welch, normal values of unequal spread and number": {
    trial: (draws) =>
      covers(
        valueOf(
          welch(
            statisticOf(
              "a",
              sample(15, () => draws.normal(0, 1))
            ),
            statisticOf(
              "b",
              sample(45, () => draws.normal(2, 4))
            )
          )
        ),
        2
      )
  },
  "Welch, skewed values": {
    trial: (draws) =>
      covers(
        valueOf(
          welch(
            statisticOf(
              "a",
              sample(60, () => skewed(draws))
            ),
            statisticOf(
              "b",
              sample(60, () => 1.5 * skewed(draws))
            )
          )
        ),
        0.5
      )
  },
  "relative lift by the delta method": {
    trial: (draws) =>
      covers(
        valueOf(
          relativeLift(
            statisticOf(
              "a",
              sample(150, () => draws.normal(10, 4))
            ),
            statisticOf(
              "b",
              sample(150, () => draws.normal(12, 5))
            )
          )
        ),
        0.2
      )
  },
  "CUPED, then Welch": {trial: cupedTrial},
  "confidence sequence at all of its looks": {trial: sequenceTrial, atLeast: true}
};

/** Tests of nothing at .05: what should come true in 5 of 100. */
export const sizeTrials: Readonly<Record<string, Trial>> = {
  "Welch's test of equal means and unequal spread": (draws) =>
    valueOf(
      welch(
        statisticOf(
          "a",
          sample(20, () => draws.normal(5, 1))
        ),
        statisticOf(
          "b",
          sample(50, () => draws.normal(5, 3))
        )
      )
    ).p < 0.05,
  "Mann and Whitney's test of skewed values": (draws) =>
    valueOf(
      mannWhitney(
        sample(30, () => skewed(draws)),
        sample(40, () => skewed(draws))
      )
    ).p < 0.05
};

/**
 * In which share of so many experiments it came true, each with random numbers of its own.
 * @example simulatedShare((draws) => draws.normal(0, 1) < 0, 1000, 1) => about 0.5
 */
export function simulatedShare(trial: Trial, times: number, seed: number): number {
  let held = 0;
  for (let number = 0; number < times; number++) if (trial(drawsFrom(randomSource(seed, number)))) held++;
  return held / times;
}
