import {ruleDays} from "../features/labels.js";
import type {Purchases} from "../retention/purchases.js";

/** Who counts as gone. */
export interface ChurnShare {
  people: number;
  active: number;
}

/**
 * The brief's own rule, taken literally: gone after 180 days for those who ordered every 90 days or more often, after
 * 365 for others with several orders, after 540 for those with one.
 * @param end the day of the last order
 */
export function byBriefsRule({day}: Pick<Purchases, "day">, starts: Int32Array, end: number): ChurnShare {
  let active = 0;
  const people = starts.length - 1;
  for (let i = 0; i < people; i++) {
    const [first, last] = [starts[i], starts[i + 1] - 1];
    const orders = last - first + 1;
    const gap = orders > 1 ? (day[last] - day[first]) / (orders - 1) : Infinity;
    const limit = gap < 90 ? ruleDays.frequent : orders > 1 ? ruleDays.repeat : ruleDays.once;
    if (end - day[last] <= limit) active++;
  }
  return {people, active};
}

/** Customers whose last order is at most so many days ago, by the number of days from 0 on. */
export function activeWithin({day}: Pick<Purchases, "day">, starts: Int32Array, end: number): Int32Array {
  const people = starts.length - 1;
  let longest = 0;
  for (let i = 0; i < people; i++) longest = Math.max(longest, end - day[starts[i + 1] - 1]);
  const counts = new Int32Array(longest + 1);
  for (let i = 0; i < people; i++) counts[end - day[starts[i + 1] - 1]]++;
  for (let days = 1; days <= longest; days++) counts[days] += counts[days - 1];
  return counts;
}

/** The number of days whose count of active customers comes nearest to a share of all. */
export function daysForShare(counts: Int32Array, share: number): {days: number; active: number} {
  const people = counts[counts.length - 1] ?? 0;
  let best = 0;
  counts.forEach((active, days) => {
    if (Math.abs(active - share * people) < Math.abs(counts[best] - share * people)) best = days;
  });
  return {days: best, active: counts[best] ?? 0};
}
