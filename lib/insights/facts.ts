import {normal975} from "../stats/normal975.js";
import type {Manifest} from "../marts/manifest.js";
import {gini} from "../inequality/gini.js";
import {peopleHolding} from "../inequality/concentration.js";
import {topShare} from "../inequality/topShare.js";
import {quantile} from "../metrics/quantile.js";
import {cohorts} from "../retention/cohorts.js";
import {groupsOf} from "../retention/groups.js";
import {periodOf, periodStart} from "../retention/periods.js";
import type {Purchases} from "../retention/purchases.js";
import {selectPurchases, startsOf} from "../retention/purchases.js";
import {dateOf} from "../days.js";
import {untold} from "../untold.js";
import type {ChurnShare} from "./churnRule.js";
import {activeWithin, byBriefsRule, daysForShare} from "./churnRule.js";
import type {GroupRate} from "./groupRates.js";
import {groupRates} from "./groupRates.js";

/** Mean review score of some orders. */
export interface MeanScore {
  orders: number;
  mean: number;
  /** 95 % interval by the normal distribution. */
  low: number;
  high: number;
  /** Share with one star. */
  lowest: number;
}

/** What a report about a shop says in numbers; money in cents. */
export interface ShopFacts {
  /** Rows of all files. */
  fileRows: number;
  orders: number;
  people: number;
  items: number;
  delivered: {orders: number; people: number; revenue: number};
  /** Delivered revenue per customer, and what the top fifth brings. */
  meanRevenue: number | null;
  topFifth: number | null;
  holders68: number | null;
  gini: number | null;
  /** Share of the top fifth of customers who have one order only. */
  topOnce: number | null;
  rule: ChurnShare;
  /** The cut in days since the last order that comes nearest to the brief's 47.8 % active. */
  cut: {days: number; active: number};
  /** Customers with several delivered orders, and the pooled share who order in the month after the first. */
  repeaters: number;
  /** Those of them who ordered on more than one day. */
  returners: number;
  monthOne: {active: number; observed: number};
  /** Shares of the state with the most orders. */
  state: {name: string; orders: number; revenue: number} | null;
  payments: GroupRate[];
  peak: {month: Date; orders: number; ofMedian: number} | null;
  months: number;
  onTime: MeanScore | null;
  late: MeanScore | null;
}

const briefsActive = 0.478;

/** Everything that the report says, from the orders and the list of files. */
export function shopFacts(all: Purchases, about: Manifest, end: number): ShopFacts {
  const delivered = selectPurchases(all, {delivered: true, mergeDays: false});
  const [allStarts, starts] = [startsOf(all.person), startsOf(delivered.person)];
  const people = starts.length - 1;
  const revenueOf = Float64Array.from({length: people}, (_, i) => {
    let sum = 0;
    for (let row = starts[i]; row < starts[i + 1]; row++) sum += delivered.price[row];
    return sum;
  });
  const revenue = revenueOf.reduce((sum, value) => sum + value, 0);
  const last = delivered.day.reduce((most, day) => Math.max(most, day), 0);
  const known = selectPurchases(all, {delivered: false, mergeDays: false, before: end});
  const knownStarts = startsOf(known.person);
  const [monthOne] = cohorts(known, knownStarts, groupsOf(known, knownStarts, "month"), {
    ...{unit: "month", end},
    windows: [{from: 1, to: 1}]
  }).pooled;
  return {
    fileRows: about.inputs.reduce((sum, {rows}) => sum + rows, 0),
    orders: all.person.length,
    people: allStarts.length - 1,
    items: all.items.reduce((sum, items) => sum + items, 0),
    delivered: {orders: delivered.person.length, people, revenue},
    meanRevenue: people > 0 ? revenue / people : null,
    topFifth: topShare(revenueOf, 0.2),
    holders68: peopleHolding(revenueOf, 0.68),
    gini: gini(revenueOf),
    topOnce: shareWithOne(revenueOf, starts),
    rule: byBriefsRule(delivered, starts, last),
    cut: daysForShare(activeWithin(delivered, starts, last), briefsActive),
    repeaters: countWhere(people, (i) => starts[i + 1] - starts[i] > 1),
    returners: countWhere(people, (i) => delivered.day[starts[i + 1] - 1] > delivered.day[starts[i]]),
    monthOne: {active: monthOne.active, observed: monthOne.observed},
    state: stateFacts(all, delivered),
    payments: groupRates(delivered, starts, delivered.payment),
    ...monthFacts(all, end),
    onTime: scoreOf(delivered, 0),
    late: scoreOf(delivered, 1)
  };
}

function countWhere(people: number, holds: (person: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < people; i++) count += Number(holds(i));
  return count;
}

function shareWithOne(revenueOf: Float64Array, starts: Int32Array): number | null {
  const order = Uint32Array.from(revenueOf.keys()).sort((a, b) => revenueOf[b] - revenueOf[a] || a - b);
  const top = order.subarray(0, Math.round(0.2 * order.length));
  return top.length > 0 ? top.filter((i) => starts[i + 1] - starts[i] === 1).length / top.length : null;
}

function stateFacts(all: Purchases, delivered: Purchases): ShopFacts["state"] {
  const counts = new Float64Array(all.state.names.length);
  for (const code of all.state.codes) if (all.state.names[code] !== untold) counts[code]++;
  const most = counts.indexOf(Math.max(...counts));
  if (most < 0 || counts[most] === 0) return null;
  let [own, whole] = [0, 0];
  delivered.price.forEach((price, row) => {
    whole += price;
    if (delivered.state.codes[row] === most) own += price;
  });
  return {
    name: all.state.names[most],
    orders: counts[most] / all.person.length,
    revenue: whole > 0 ? own / whole : 0
  };
}

/** The month with the most orders, of those that are over. */
function monthFacts({day}: Purchases, end: number): Pick<ShopFacts, "peak" | "months"> {
  const counts = new Map<number, number>();
  const now = periodOf(end, "month");
  const months = new Map<number, number>();
  for (const one of day) {
    const month = months.get(one) ?? periodOf(one, "month");
    months.set(one, month);
    if (month < now) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const rows = [...counts].sort((a, b) => b[1] - a[1]);
  const [first] = rows;
  const [from, to] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  const every = Array.from(
    {length: rows.length > 0 ? to - from + 1 : 0},
    (_, i) => counts.get(from + i) ?? 0
  );
  const sorted = Float64Array.from(every).sort();
  return {
    months: every.length,
    peak: first
      ? {
          month: dateOf(periodStart(first[0], "month")),
          orders: first[1],
          ofMedian: first[1] / quantile(sorted, 0.5)
        }
      : null
  };
}

function scoreOf({score, late}: Purchases, when: 0 | 1): MeanScore | null {
  let [orders, sum, squares, lowest] = [0, 0, 0, 0];
  for (let row = 0; row < score.length; row++) {
    if (late[row] !== when || Number.isNaN(score[row])) continue;
    orders++;
    sum += score[row];
    squares += score[row] ** 2;
    if (score[row] === 1) lowest++;
  }
  if (orders < 2) return null;
  const mean = sum / orders;
  const half = normal975 * Math.sqrt(Math.max(0, squares / orders - mean ** 2) / (orders - 1));
  return {orders, mean, low: mean - half, high: mean + half, lowest: lowest / orders};
}
