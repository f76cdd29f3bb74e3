import {differenceInterval} from "../experiments/read/proportionIntervals.js";
import {wilsonInterval} from "../metrics/wilsonInterval.js";
import type {Coded, Purchases} from "../retention/purchases.js";

/** How many of a group's customers ordered again, against those of the largest group. */
export interface GroupRate {
  group: string;
  people: number;
  again: number;
  rate: number;
  low: number;
  high: number;
  /** Rate less that of the first group, with an interval (Newcombe); all intervals hold together with 95 % (Bonferroni). */
  difference: {value: number; low: number; high: number} | null;
}

/** Who ordered again by something about the first order; the largest group first, groups under `fewest` left out. */
export function groupRates(
  {person}: Pick<Purchases, "person">,
  starts: Int32Array,
  {names, codes}: Coded,
  fewest = 100
): GroupRate[] {
  const people = new Int32Array(names.length);
  const again = new Int32Array(names.length);
  for (let i = 0; i + 1 < starts.length; i++) {
    const code = codes[starts[i]];
    people[code]++;
    if (starts[i + 1] - starts[i] > 1) again[code]++;
  }
  if (person.length === 0) return [];
  const order = [...people.keys()]
    .filter((code) => people[code] >= fewest)
    .sort((a, b) => people[b] - people[a]);
  const level = 1 - 0.05 / Math.max(1, order.length - 1);
  const arm = (code: number) => ({name: names[code], users: people[code], converted: again[code]});
  return order.map((code, i) => {
    const interval = wilsonInterval(again[code], people[code]) ?? {low: 0, high: 1};
    const apart = i === 0 ? null : differenceInterval(arm(order[0]), arm(code), "newcombe", {level});
    return {
      ...{group: names[code], people: people[code], again: again[code]},
      ...{rate: again[code] / people[code], low: interval.low, high: interval.high},
      difference: apart && {
        value: again[code] / people[code] - again[order[0]] / people[order[0]],
        low: apart.low ?? -1,
        high: apart.high ?? 1
      }
    };
  });
}
