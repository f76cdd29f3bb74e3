import {normalQuantile} from "../../distributions/normal.js";
import type {PolicyName} from "./policies.js";
import type {Race} from "./race.js";
import type {BanditSetup} from "./setup.js";

/** A number over runs: its mean, and between which values the middle 90 % of the runs lie. */
export interface Band {
  mean: number;
  low: number;
  high: number;
}

/** What came of a policy over all runs. */
export interface PolicySummary {
  name: PolicyName;
  /** Expected conversions lost against always using the best arm, by visitors so far. */
  regret: ({visitors: number} & Band)[];
  /** Share of the visitors since the point before that each arm got, mean over runs; per point they add up to 1. */
  allocation: {visitors: number; arm: number; share: number}[];
  /** Standard error of the mean regret in the end: what more runs would make smaller. */
  error: number;
  /** Share of all visitors that got one of the best arms. */
  bestShare: number;
  /** Share of runs in which one of the best arms has the best observed rate in the end. */
  rightChoice: number;
  /** What an analyst would read off in the end, by arm. */
  arms: ArmReading[];
}

/** How far the plain reading of an arm can be trusted. */
export interface ArmReading {
  arm: number;
  /** Mean visitors. */
  users: number;
  /** Mean of observed less true rate, over the runs in which the arm had visitors; `null` where it never had. */
  bias: number | null;
  /** Share of those runs in which the plain 95 % interval (Wilson) holds the true rate. */
  coverage: number | null;
}

/** What came of a policy's runs. @param points visitors at the checkpoints of the runs */
export function summary(
  name: PolicyName,
  {rates, horizon}: Pick<BanditSetup, "rates" | "horizon">,
  points: readonly number[],
  races: readonly Race[]
): PolicySummary {
  const best = Math.max(...rates);
  const isBest = rates.map((rate) => rate === best);
  const length = (point: number) => points[point] - (point > 0 ? points[point - 1] : 0);
  const perRun = (value: (race: Race) => number) =>
    races.reduce((sum, race) => sum + value(race), 0) / races.length;
  return {
    name,
    regret: [
      {visitors: 0, mean: 0, low: 0, high: 0},
      ...points.map((visitors, point) => ({visitors, ...band(races.map(({regret}) => regret[point]))}))
    ],
    error: standardError(races.map(({regret}) => regret[points.length - 1])),
    allocation: points.flatMap((visitors, point) =>
      rates.map((_, arm) => ({
        visitors,
        arm,
        share: perRun(({assigned}) => assigned[point * rates.length + arm]) / length(point)
      }))
    ),
    bestShare: perRun(({users}) => users.reduce((sum, n, arm) => sum + (isBest[arm] ? n : 0), 0)) / horizon,
    rightChoice: perRun(({chosen}) => Number(isBest[chosen])),
    arms: rates.map((rate, arm) => armReading(arm, rate, races))
  };
}

/** The mean and the middle 90 %. @example band([1, 2, 3]) => {mean: 2, low: 1.1, high: 2.9} */
export function band(values: readonly number[]): Band {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  };
  return {mean: values.reduce((sum, value) => sum + value, 0) / values.length, low: at(0.05), high: at(0.95)};
}

/** Of the mean of values; 0 of one. @example standardError([1, 3]) => 1 */
export function standardError(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return values.length > 1 ? Math.sqrt(squares / (values.length - 1) / values.length) : 0;
}

function armReading(arm: number, rate: number, races: readonly Race[]): ArmReading {
  const seen = races.filter(({users}) => users[arm] > 0);
  const mean = (value: (race: Race) => number) =>
    seen.length > 0 ? seen.reduce((sum, race) => sum + value(race), 0) / seen.length : null;
  return {
    arm,
    users: races.reduce((sum, {users}) => sum + users[arm], 0) / races.length,
    bias: mean(({users, converted}) => converted[arm] / users[arm] - rate),
    coverage: mean(({users, converted}) => Number(wilsonHolds(converted[arm], users[arm], rate)))
  };
}

const z = normalQuantile(0.975);

/** Whether Wilson's interval holds a rate: just when the score test does not reject it. */
const wilsonHolds = (converted: number, users: number, rate: number): boolean =>
  Math.abs(converted / users - rate) <= z * Math.sqrt((rate * (1 - rate)) / users) + 1e-12;
