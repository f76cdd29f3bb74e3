import type {Transactions} from "./purchaseDays.js";
import {purchaseDays} from "./purchaseDays.js";

/** All repeat purchases up to the end of a period, and those expected. */
export interface TrackedPeriod {
  /** Counted from 1. */
  period: number;
  /** The last day of it. */
  day: number;
  actual: number;
  expected: number;
}

export interface TrackingOptions {
  /** The first day of period 1. */
  start: number;
  /** Days in a period, which is also the model's unit of time. */
  unit: number;
  periods: number;
  /** Last day of the calibration period: who comes for the first time later is not counted. */
  end: number;
}

/**
 * Cumulative repeat purchases period by period against those a model expects of customers who came when these did (the
 * tracking plot of Fader, Hardie and Lee 2005, figure 2).
 * @param expectedPurchases of a new customer within t units
 * @example cumulativeTracking({person: Int32Array.of(0, 0), day: Int32Array.of(0, 8), amount: Float64Array.of(5, 5)}, (t) => t, {start: 0, unit: 7, periods: 2, end: 6}) => actual 0 and 1
 */
export function cumulativeTracking(
  transactions: Transactions,
  expectedPurchases: (t: number) => number,
  {start, unit, periods, end}: TrackingOptions
): TrackedPeriod[] {
  if (!(unit > 0)) throw new RangeError(`unit of time not above 0: ${unit}`);
  const {person, day} = purchaseDays(transactions);
  const bought = new Float64Array(periods);
  const newcomers = new Map<number, number>();
  let counts = false;
  for (let i = 0; i < person.length; i++) {
    if (i === 0 || person[i] !== person[i - 1]) {
      counts = day[i] <= end;
      if (counts) newcomers.set(day[i], (newcomers.get(day[i]) ?? 0) + 1);
    } else if (counts) {
      const period = Math.max(0, Math.floor((day[i] - start) / unit));
      if (period < periods) bought[period]++;
    }
  }
  let actual = 0;
  return Array.from(bought, (own, index) => {
    const last = start + (index + 1) * unit - 1;
    let expected = 0;
    for (const [first, people] of newcomers)
      if (first < last) expected += people * expectedPurchases((last - first) / unit);
    return {period: index + 1, day: last, actual: (actual += own), expected};
  });
}
