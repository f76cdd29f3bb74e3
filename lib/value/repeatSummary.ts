import type {Transactions} from "./purchaseDays.js";
import {purchaseDays} from "./purchaseDays.js";

/** What a "buy till you die" model knows of each person whose first purchase is in the calibration period. */
export interface RepeatSummary {
  /** Keys of the people, ascending. */
  person: Int32Array;
  /** Repeat purchases: days with a purchase after the first one's. */
  x: Int32Array;
  /** Time of the last purchase since the first, in units; 0 where x is 0. */
  tx: Float64Array;
  /** Time observed since the first purchase, in units. */
  T: Float64Array;
  /** Mean amount of a repeat purchase; 0 where x is 0 and there is none. */
  zbar: Float64Array;
}

export interface CalibrationPeriod {
  /** Its last day. */
  end: number;
  /** Days in a unit of time: 7 for weeks. */
  unit: number;
}

/**
 * Recency and frequency of each person, as Fader, Hardie and Lee (2005) define them: the first purchase is not counted,
 * purchases of one day are one, and what is bought after the end of the period is left out, together with the people
 * who come for the first time after it.
 * @example repeatSummary({person: Int32Array.of(0, 0), day: Int32Array.of(0, 14), amount: Float64Array.of(5, 9)}, {end: 21, unit: 7}) => {person: [0], x: [1], tx: [2], T: [3], zbar: [9]}
 */
export function repeatSummary(transactions: Transactions, {end, unit}: CalibrationPeriod): RepeatSummary {
  if (!(unit > 0)) throw new RangeError(`unit of time not above 0: ${unit}`);
  const {person, day, amount} = purchaseDays(transactions);
  const [who, x, tx, T, zbar]: number[][] = [[], [], [], [], []];
  for (let first = 0, next = 0; first < person.length; first = next) {
    let last = first;
    let spent = 0;
    for (next = first + 1; next < person.length && person[next] === person[first]; next++)
      if (day[next] <= end) {
        last = next;
        spent += amount[next];
      }
    if (day[first] > end) continue;
    who.push(person[first]);
    x.push(last - first);
    tx.push((day[last] - day[first]) / unit);
    T.push((end - day[first]) / unit);
    zbar.push(last > first ? spent / (last - first) : 0);
  }
  return {
    person: Int32Array.from(who),
    x: Int32Array.from(x),
    tx: Float64Array.from(tx),
    T: Float64Array.from(T),
    zbar: Float64Array.from(zbar)
  };
}
