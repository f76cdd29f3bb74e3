import type {Progress} from "../driven.js";
import {randomStream} from "../random/streams.js";
import type {Result} from "../result.js";
import {fail, ok} from "../result.js";
import type {Purchases} from "./purchases.js";
import {valueByAge} from "./valueByAge.js";

/** What the reader says of costs: none of it is in the files. */
export interface PaybackTerms {
  /** Cost of acquiring a customer, in cents. */
  acquisitionCost: number;
  /** Share of an order's price that is left after its own costs, 0 to 1. */
  margin: number;
  /** Yearly rate, 0.1 for 10 %, at which later margins are worth less. */
  discountRate: number;
}

export interface Payback {
  /** Mean cumulative discounted margin per customer by month of age, in cents, with the middle 95 % of resamples. */
  curve: {month: number; observed: number; margin: number; low: number | null; high: number | null}[];
  /** The first month by whose end the margin has covered the cost, counted from 1; null where none has. */
  month: number | null;
  /** Of the resamples: the middle 95 % of that month, null for "not within the data". */
  interval: {low: number | null; high: number | null};
  /** Resamples in which anybody was drawn. */
  resamples: number;
  /** Share of resamples in which it is never covered within the data. */
  never: number;
}

interface PaybackOptions {
  /** The day on which the data end. */
  end: number;
  seed: number;
  resamples?: number;
}

/** Ages that fewer people than this have reached say too little; in a smaller shop, those that not all have reached. */
const fewest = 100;

/**
 * The month in which customers have paid back what it cost to win them, with a bootstrap over customers (Poisson
 * weights). Month 1 is the calendar month of the first order.
 */
export function* payback(
  purchases: Pick<Purchases, "day" | "price">,
  starts: Int32Array,
  {acquisitionCost, margin, discountRate}: PaybackTerms,
  {end, seed, resamples = 200}: PaybackOptions
): Generator<Progress, Result<Payback>> {
  const people = starts.length - 1;
  const single = {names: ["all"], codes: new Int32Array(people)};
  const curveOf = (weights?: Uint8Array) => {
    let sum = 0;
    return valueByAge(purchases, starts, single, {
      ...{unit: "month", end, weights},
      amount: (row) => margin * purchases.price[row]
    }).map(({age, observed, amount}) => {
      sum += amount / (1 + discountRate) ** (age / 12);
      return {month: age + 1, observed, margin: sum};
    });
  };
  const main = curveOf().filter(({observed}) => observed >= Math.min(fewest, people));
  if (main.length === 0)
    return fail(
      "young",
      "Too few customers have been watched for a whole calendar month: there is nothing to add up. Choose a later cutoff."
    );
  const months: (number | null)[] = [];
  const values = main.map(() => new Float64Array(resamples).fill(NaN));
  for (let draw = 0; draw < resamples; draw++) {
    const random = randomStream("retention.payback", seed, draw);
    const weights = Uint8Array.from({length: people}, () => poissonOne(random()));
    yield {share: (draw + 1) / resamples, doing: "Resampling customers"};
    if (weights.every((weight) => weight === 0)) continue;
    const curve = curveOf(weights).slice(0, main.length);
    curve.forEach(({margin: value}, i) => (values[i][draw] = value));
    months.push(curve.find(({margin: value}) => value >= acquisitionCost)?.month ?? null);
  }
  const ends = (sorted: Float64Array) => [
    sorted[Math.floor(0.025 * (sorted.length - 1))],
    sorted[Math.ceil(0.975 * (sorted.length - 1))]
  ];
  const ordered = Float64Array.from(months, (month) => month ?? Infinity).sort();
  const [low, high] = ends(ordered).map((month) => (Number.isFinite(month) ? month : null));
  return ok({
    curve: main.map((point, i) => {
      const sorted = values[i].filter((value) => !Number.isNaN(value)).sort();
      const [from, to] = sorted.length ? ends(sorted) : [null, null];
      return {...point, low: from, high: to};
    }),
    month: main.find(({margin: value}) => value >= acquisitionCost)?.month ?? null,
    interval: {low, high},
    resamples: months.length,
    never: months.filter((month) => month === null).length / Math.max(1, months.length)
  });
}

const poissonBounds = [0.36787944117144233];
for (let k = 1, term = poissonBounds[0]; k < 12; k++) {
  term /= k;
  poissonBounds.push(poissonBounds[k - 1] + term);
}

/** A Poisson number with mean 1 by inversion. */
function poissonOne(uniform: number): number {
  let k = 0;
  while (k < poissonBounds.length && uniform >= poissonBounds[k]) k++;
  return k;
}
