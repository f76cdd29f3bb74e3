import type {PeriodUnit} from "./periods.js";
import {periodOf, periodsOf, periodStart} from "./periods.js";
import type {Purchases} from "./purchases.js";

/** A calendar period: who ordered for the first time in it, and who had ordered before. */
export interface ReturningPoint {
  /** First day of the period. */
  day: number;
  newPeople: number;
  returningPeople: number;
  newPrice: number;
  returningPrice: number;
  /** Days since the order before, of the orders that have one: the median; null without any. */
  medianGap: number | null;
  gaps: number;
  /** Whether the period is over by the end of the data. */
  over: boolean;
}

/**
 * First-time and returning customers by calendar period. Somebody who orders first and again within one period counts
 * as new in it; prices go by the order: a person's first, or a later one.
 */
export function returning(
  {person, day, price}: Purchases,
  starts: Int32Array,
  {unit, end}: {unit: PeriodUnit; end: number}
): ReturningPoint[] {
  const periods = periodsOf(day, unit);
  const now = periodOf(end, unit);
  const found = new Map<number, ReturningPoint & {list: number[]}>();
  const at = (period: number) => {
    let point = found.get(period);
    if (!point) {
      point = {
        day: periodStart(period, unit),
        ...{newPeople: 0, returningPeople: 0, newPrice: 0, returningPrice: 0},
        ...{medianGap: null, gaps: 0, over: period < now, list: []}
      };
      found.set(period, point);
    }
    return point;
  };
  for (let i = 0; i + 1 < starts.length; i++) {
    const first = starts[i];
    for (let row = first; row < starts[i + 1]; row++) {
      if (day[row] >= end) continue;
      const point = at(periods[row]);
      if (row === first) {
        point.newPeople++;
        point.newPrice += price[row];
        continue;
      }
      point.returningPrice += price[row];
      point.list.push(day[row] - day[row - 1]);
      if (periods[row] !== periods[row - 1] && person[row] === person[row - 1]) point.returningPeople++;
    }
  }
  return [...found.values()]
    .sort((a, b) => a.day - b.day)
    .map(({list, ...point}) => ({...point, gaps: list.length, medianGap: median(list)}));
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length === 0 ? null : (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}
