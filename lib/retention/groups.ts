import {formatDay, formatMoney, formatMoneyWhole, formatMonth} from "../format.js";
import type {PeriodUnit} from "./periods.js";
import {periodStart, periodsOf} from "./periods.js";
import type {Coded, Purchases} from "./purchases.js";
import {dateOf} from "../days.js";

/** What people are put together by: something about their first order. */
export const groupings = ["month", "week", "state", "category", "payment", "value"] as const;
export type Grouping = (typeof groupings)[number];

/** People's groups, in the order of `starts`. */
export interface Groups {
  names: readonly string[];
  /** By person. */
  codes: Int32Array;
  /** First day of each group where groups are periods. */
  days: readonly number[] | null;
}

const others = "All others";

/** Puts each person into a group by the first of their orders. Of many names the most frequent keep theirs. */
export function groupsOf(
  purchases: Purchases,
  starts: Int32Array,
  by: Grouping,
  {most = 12}: {most?: number} = {}
): Groups {
  const firsts = starts.subarray(0, -1);
  if (by === "month" || by === "week") return byPeriod(purchases, firsts, by);
  if (by === "value") return byValue(purchases, firsts);
  return byName(
    by === "state" ? purchases.state : by === "payment" ? purchases.payment : purchases.category,
    firsts,
    most
  );
}

function byPeriod({day}: Purchases, firsts: Int32Array, unit: PeriodUnit): Groups {
  const periods = periodsOf(
    firsts.map((row) => day[row]),
    unit
  );
  const found = [...new Set(periods)].sort((a, b) => a - b);
  const at = new Map(found.map((period, i) => [period, i]));
  const days = found.map((period) => periodStart(period, unit));
  const name = (start: number) => (unit === "month" ? formatMonth(dateOf(start)) : formatDay(dateOf(start)));
  return {names: days.map(name), codes: periods.map((period) => at.get(period) ?? 0), days};
}

function byName({names, codes}: Coded, firsts: Int32Array, most: number): Groups {
  const counts = new Int32Array(names.length);
  for (const row of firsts) counts[codes[row]]++;
  const order = [...counts.keys()]
    .filter((code) => counts[code] > 0)
    .sort((a, b) => counts[b] - counts[a] || a - b);
  const kept = order.length > most ? order.slice(0, most - 1) : order;
  const at = new Int32Array(names.length).fill(kept.length);
  kept.forEach((code, i) => (at[code] = i));
  return {
    names: [...kept.map((code) => names[code]), ...(order.length > most ? [others] : [])],
    codes: firsts.map((row) => at[codes[row]]),
    days: null
  };
}

/** Fifths of people by what their first order cost; equal amounts are in the same fifth, and none is empty. */
function byValue({price}: Purchases, firsts: Int32Array): Groups {
  const values = Float64Array.from(firsts, (row) => price[row]);
  const sorted = values.slice().sort();
  const most = sorted.at(-1) ?? 0;
  const fifths = [0.2, 0.4, 0.6, 0.8].map((share) => sorted[Math.floor(share * (sorted.length - 1))]);
  const bounds = [...new Set(fifths)].filter((bound) => bound < most);
  const alike = new Set(bounds.map(formatMoneyWhole)).size < bounds.length;
  const format = alike ? formatMoney : formatMoneyWhole;
  return {
    names: [
      ...bounds.map((bound) => `First order up to ${format(bound)}`),
      bounds.length
        ? `First order above ${format(bounds[bounds.length - 1])}`
        : `First order up to ${format(most)}`
    ],
    codes: Int32Array.from(values, (value) => bounds.filter((bound) => value > bound).length),
    days: null
  };
}
