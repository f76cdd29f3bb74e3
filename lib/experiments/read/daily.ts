import type {Users} from "../users.js";
import {noDay} from "../users.js";
import {welch} from "./means.js";
import type {Statistic} from "./statistic.js";
import type {ReadOptions} from "./tail.js";

/** The effect as it stood at the end of a day. */
export interface Daily {
  /** Days since 1970-01-01. */
  day: number;
  /** Users of control and treatment until then. */
  users: number;
  difference: number;
  low: number | null;
  high: number | null;
  p: number;
}

/**
 * The difference of means of the first treatment and the control by the end of each day, of all users until then; days
 * before it can be computed are left out, and so are users without a day. Looking at each day's p-value as if it were the only look finds effects where
 * there are none: it is for finding odd days.
 * @example dailyEffect({arms: ["a", "b"], arm: Uint8Array.of(0, 1), outcome: Float64Array.of(0, 1)}) => []
 */
export function dailyEffect({arm, arms, outcome, day}: Users, options: ReadOptions = {}): Daily[] {
  if (!day?.length) return [];
  const byDay = new Map<number, Float64Array>();
  for (let user = 0; user < arm.length; user++) {
    if (arm[user] > 1 || day[user] === noDay) continue;
    let sums = byDay.get(day[user]);
    if (!sums) byDay.set(day[user], (sums = new Float64Array(6)));
    const at = 3 * arm[user];
    sums[at]++;
    sums[at + 1] += outcome[user];
    sums[at + 2] += outcome[user] ** 2;
  }
  const total = new Float64Array(6);
  const statistic = (at: number): Statistic => {
    const [n, sum, squares] = total.subarray(at, at + 3);
    const mean = sum / n;
    const off = squares - sum * mean;
    return {name: arms[at / 3], n, mean, variance: off > 1e-13 * squares ? off / (n - 1) : 0};
  };
  return [...byDay.keys()]
    .sort((a, b) => a - b)
    .flatMap((when) => {
      byDay.get(when)?.forEach((value, i) => (total[i] += value));
      if (total[0] < 2 || total[3] < 2) return [];
      const effect = welch(statistic(0), statistic(3), options);
      if (!effect.ok) return [];
      const {estimate, interval, p} = effect.value;
      return [{day: when, users: total[0] + total[3], difference: estimate, ...interval, p}];
    });
}
