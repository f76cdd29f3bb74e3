import {quantile} from "../metrics/quantile.js";

/** What RFM looks at: a customer's delivered orders before a cutoff. */
export interface RfmInput {
  /** Whole days from the latest order to the cutoff. */
  recencyDays: number;
  /** Orders. */
  frequency: number;
  /** What they cost together, in any unit. */
  monetary: number;
}

/** Scores from 1 (worst) to 5 (best). */
export interface RfmScore {
  r: number;
  f: number;
  m: number;
  /** Frequency first, then spend. */
  fm: number;
  /** 1, 3, 4, 5 for one, two, three, four and more orders: stands in for fm where only repetition counts. */
  repeat: number;
}

/**
 * Scores from 1 to 5 by midrank, in the order of the items: min(5, 1 + floor(5 (midrank - 0.5) / n)). Equal items
 * score the same, whatever their order; if all are equal, each gets 3; without ties the five groups differ by at most
 * one item in size. (IBM SPSS calls this assigning ties to the same bin.)
 * @example quintileScores([1, 2, 3, 4, 5], (a, b) => a - b) => [1, 2, 3, 4, 5]
 */
export function quintileScores<T>(items: readonly T[], compare: (a: T, b: T) => number): number[] {
  const order = Array.from(items.keys()).sort((a, b) => compare(items[a], items[b]));
  const scores = new Array<number>(items.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && compare(items[order[to]], items[order[from]]) === 0) to++;
    const midrank = (from + 1 + to) / 2;
    const score = Math.min(5, 1 + Math.floor((5 * (midrank - 0.5)) / order.length));
    while (from < to) scores[order[from++]] = score;
  }
  return scores;
}

/**
 * Scores from 1 to 5 as the R package rfm bins whole numbers: half open, cut at the type-7 quintiles plus one. Groups
 * may be of any size, and empty where many values are equal.
 * @example quantileScores([1, 1, 1, 1, 9]) => [1, 1, 1, 1, 5]
 */
export function quantileScores(values: readonly number[]): number[] {
  const ascending = values.slice().sort(rising);
  const edges = [0.2, 0.4, 0.6, 0.8].map((share) => quantile(ascending, share) + 1);
  return values.map((value) => 1 + edges.filter((edge) => value >= edge).length);
}

const rising = (a: number, b: number) => a - b;

/**
 * Recency, frequency and monetary scores of all customers together. Frequency and spend are nested in `fm`: the count
 * of orders decides, spend breaks its ties.
 * @example rfmScores([{recencyDays: 3, frequency: 2, monetary: 900}])[0].fm => 3
 */
export function rfmScores(customers: readonly RfmInput[]): RfmScore[] {
  const of = (value: (customer: RfmInput) => number) => quintileScores(customers.map(value), rising);
  const r = of((d) => d.recencyDays).map((score) => 6 - score);
  const f = of((d) => d.frequency);
  const m = of((d) => d.monetary);
  const fm = quintileScores(customers, (a, b) => a.frequency - b.frequency || a.monetary - b.monetary);
  return customers.map(({frequency}, index) => ({
    r: r[index],
    f: f[index],
    m: m[index],
    fm: fm[index],
    repeat: repeatScore(frequency)
  }));
}

/** The score of a count of orders by itself. @example repeatScore(2) => 3 */
export const repeatScore = (frequency: number): number =>
  frequency >= 4 ? 5 : frequency >= 2 ? frequency + 1 : 1;
