import type {PurchaseColumns} from "./baskets.js";
import type {Split} from "./split.js";
import {split} from "./split.js";

/**
 * Looks for the last order of everyone with two or more, and learns from everything else: as many people as can be
 * had, but what others bought later is learned from too (Ji, Sun, Zhang and Li, "A critical study on data leakage in
 * recommender system offline evaluation", 2023). Of orders on one day, that with the higher code is the later one.
 * @example leaveLastOrderOut({person: Int32Array.of(0, 0), item, day: Int32Array.of(1, 5), order}).test => [1]
 */
export function leaveLastOrderOut({person, day, order}: PurchaseColumns): Split {
  const people = person.reduce((most, code) => Math.max(most, code), -1) + 1;
  const last = new Int32Array(people).fill(-1);
  const several = new Uint8Array(people);
  for (let row = 0; row < person.length; row++) {
    const best = last[person[row]];
    if (best >= 0 && order[best] !== order[row]) several[person[row]] = 1;
    if (best < 0 || day[row] > day[best] || (day[row] === day[best] && order[row] > order[best]))
      last[person[row]] = row;
  }
  return split(person, (row) =>
    several[person[row]] && order[row] === order[last[person[row]]] ? "test" : "train"
  );
}
