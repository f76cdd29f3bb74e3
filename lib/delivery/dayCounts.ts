import type {Interval} from "../metrics/percentileInterval.js";
import {wilsonInterval} from "../metrics/wilsonInterval.js";

/** How many orders took 0, 1, 2, ... calendar days, and how many there are with those that never came. */
export interface DayCounts {
  counts: Int32Array;
  total: number;
}

/**
 * Counts whole days; those that are NaN count in the total only, days below 0 as 0.
 * @example dayCounts([1, 1, NaN]) => {counts: Int32Array.of(0, 2), total: 3}
 */
export function dayCounts(days: readonly number[]): DayCounts {
  const known = days.filter((day) => !Number.isNaN(day)).map((day) => Math.max(0, day));
  const counts = new Int32Array(known.reduce((most, day) => Math.max(most, day), 0) + 1);
  for (const day of known) counts[day]++;
  return {counts, total: days.length};
}

/** A share of orders with its Wilson interval. */
export interface KeptShare {
  kept: number;
  total: number;
  /** NaN without orders. */
  share: number;
  interval: Interval | null;
}

/** A share of so many. @example keptShare(5, 10).share => 0.5 */
export const keptShare = (kept: number, total: number): KeptShare => ({
  ...{kept, total, share: total > 0 ? kept / total : NaN},
  interval: wilsonInterval(kept, total)
});

/** The share that came within so many days. @example shareWithin(dayCounts([1, 3]), 2).share => 0.5 */
export function shareWithin({counts, total}: DayCounts, days: number): KeptShare {
  let kept = 0;
  for (let day = 0; day <= Math.min(days, counts.length - 1); day++) kept += counts[day];
  return keptShare(kept, total);
}

/** Days within which a share came, with a 95 % interval; `null` where so many never came. */
export interface DaysForShare {
  days: number | null;
  low: number | null;
  high: number | null;
}

const normal975 = 1.959963984540054;

/**
 * The fewest days within which a share came, and the interval between the order statistics around that quantile
 * (Conover 1999, ch. 3.2).
 * @example daysForShare(dayCounts([1, 2, 3, 4]), 0.75).days => 3
 */
export function daysForShare({counts, total}: DayCounts, share: number): DaysForShare {
  const half = normal975 * Math.sqrt(total * share * (1 - share));
  const ranked = (rank: number): number | null => {
    const wanted = Math.max(1, Math.ceil(rank - 1e-9));
    let seen = 0;
    for (const [day, count] of counts.entries()) {
      seen += count;
      if (seen >= wanted) return day;
    }
    return null;
  };
  if (total === 0) return {days: null, low: null, high: null};
  return {days: ranked(total * share), low: ranked(total * share - half), high: ranked(total * share + half)};
}
