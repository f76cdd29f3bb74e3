import {dateOf} from "../../../lib/days.js";
import {normalCdf} from "../../../lib/distributions/normal.js";
import type {Draws} from "../../../lib/distributions/draws.js";
import {drawsFrom} from "../../../lib/distributions/draws.js";
import {concentration} from "../../../lib/inequality/concentration.js";
import {finish} from "../../../lib/learn/finish.js";
import {wilsonInterval} from "../../../lib/metrics/wilsonInterval.js";
import {randomSource} from "../../../lib/random/source.js";
import {cohorts} from "../../../lib/retention/cohorts.js";
import {groupsOf} from "../../../lib/retention/groups.js";
import {purchasesOf, startsOf} from "../../../lib/retention/purchases.js";
import {kaplanMeier} from "../../../lib/survival/kaplanMeier.js";
import {survivalAt} from "../../../lib/survival/survivalAt.js";
import {bgNbd} from "../../../lib/value/bgNbd.js";
import {distinctCases} from "../../../lib/value/distinctCases.js";
import {within} from "../coverage.js";
import {simulatedCustomers} from "./simulated.js";

/** What is drawn and estimated once: whether each interval by its name holds the truth; null where there is none. */
export type IntervalTrial = (draws: Draws, seed: number) => Readonly<Record<string, boolean | null>>;

const holds = (interval: {low: number | null; high: number | null} | null | undefined, truth: number) =>
  interval && interval.low !== null && interval.high !== null ? within(interval, truth) : null;

const chance = (draws: Draws, p: number) => draws.binomial(1, p) === 1;

const truth = {r: 0.24, alpha: 4.4, a: 0.8, b: 2.4} as const;

/** 2,000 customers watched for 39 weeks, as many as there are in the authors' own data, and their parameters. */
const parametersTrial: IntervalTrial = (draws) => {
  const {x, tx, T} = simulatedCustomers(truth, 2000, 39, draws);
  const fit = bgNbd.fit(distinctCases(x, tx, T));
  const intervals = fit.ok ? fit.value.intervals : null;
  return Object.fromEntries(
    (["r", "alpha", "a", "b"] as const).map((name) => [
      `BG/NBD ${name}`,
      holds(intervals && intervals[name], truth[name])
    ])
  );
};

/**
 * 400 people whose second month is over, each of whom came back in it by a chance of their own, 5 % on average; and
 * 400 whose second month is not over, who must not count.
 */
const cohortTrial: IntervalTrial = (draws) => {
  const [customer_key, days]: number[][] = [[], []];
  for (let person = 0; person < 800; person++) {
    const first = Math.floor(28 * draws.beta(1, 1)) + (person < 400 ? 0 : 31);
    const again = person < 400 && chance(draws, draws.beta(1, 19)) ? [40] : [];
    for (const day of [first, ...again]) {
      customer_key.push(person);
      days.push(day);
    }
  }
  const unused = [
    "delivered",
    "price_cents",
    "freight_cents",
    "items",
    "installments",
    "review_score",
    "late"
  ];
  const texts = ["state", "payment_type", "category"];
  const purchases = purchasesOf({
    ...Object.fromEntries([...unused, ...texts].map((name) => [name, []])),
    ...{customer_key, day: days.map((day) => dateOf(day))}
  });
  const starts = startsOf(purchases.person);
  const groups = groupsOf(purchases, starts, "month");
  const [{active, observed}] = cohorts(purchases, starts, groups, {
    ...{unit: "month", end: 59},
    windows: [{from: 1, to: 1}]
  }).pooled;
  return {"Wilson, a cohort's share that came back": holds(wilsonInterval(active, observed), 0.05)};
};

/** 100 people, events on average after 10 days, watched for up to 20: the share left after 7. */
const survivalTrial: IntervalTrial = (draws) => {
  const ends = Array.from({length: 100}, () => [10 * draws.gamma(1), 20 * draws.beta(1, 1)]);
  const curve = kaplanMeier(
    Float64Array.from(ends, ([event, watched]) => Math.min(event, watched)),
    Uint8Array.from(ends, ([event, watched]) => Number(event <= watched))
  );
  return {"Kaplan and Meier, the share left after 7 days": holds(survivalAt(curve, 7), Math.exp(-0.7))};
};

/** 300 log-normal amounts with a deviation of 1; their Gini coefficient is 2 Phi(1 / sqrt 2) - 1. */
const inequalityTrial: IntervalTrial = (draws, seed) => {
  const amounts = Float64Array.from({length: 300}, () => Math.exp(draws.normal(0, 1)));
  const found = finish(concentration(amounts, 0.2, {seed}));
  const interval = found.ok ? found.value.giniInterval : null;
  return {"Gini, bootstrap": holds(interval, 2 * normalCdf(Math.SQRT1_2) - 1)};
};

/** What is tried, and how many times as often as the slow ones. */
export const intervalTrials: readonly {trial: IntervalTrial; times: number}[] = [
  {trial: parametersTrial, times: 1},
  {trial: cohortTrial, times: 20},
  {trial: survivalTrial, times: 20},
  {trial: inequalityTrial, times: 1}
];

/** How often an interval held the truth, of how many; and how often there was none. */
export interface Held {
  held: number;
  of: number;
  none: number;
}

/** Runs a trial so many times, each with random numbers of its own; the counts of each interval by its name. */
export function countHeld(trial: IntervalTrial, times: number, seed: number): Map<string, Held> {
  const counts = new Map<string, Held>();
  for (let number = 0; number < times; number++)
    for (const [name, held] of Object.entries(trial(drawsFrom(randomSource(seed, number)), number))) {
      const count = counts.get(name) ?? {held: 0, of: 0, none: 0};
      counts.set(name, count);
      if (held === null) count.none++;
      else {
        count.of++;
        count.held += Number(held);
      }
    }
  return counts;
}
