import type {Transactions} from "./purchaseDays.js";
import {purchaseDays} from "./purchaseDays.js";

/**
 * How many days with a purchase each person has after `from` and up to `to`, in the order of `people`.
 * @param people keys as `repeatSummary` gives them
 * @example holdoutCounts({person: Int32Array.of(4, 4), day: Int32Array.of(1, 9), amount: Float64Array.of(5, 5)}, Int32Array.of(4), 7, 14) => [1]
 */
export function holdoutCounts(
  transactions: Transactions,
  people: Int32Array,
  from: number,
  to: number
): Int32Array {
  const rowOf = new Map(Array.from(people, (key, row) => [key, row]));
  const counts = new Int32Array(people.length);
  const {person, day} = purchaseDays(transactions);
  for (let i = 0; i < person.length; i++) {
    const row = rowOf.get(person[i]);
    if (row !== undefined && day[i] > from && day[i] <= to) counts[row]++;
  }
  return counts;
}
