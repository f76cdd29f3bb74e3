import {formatMonth} from "../format.js";
import {noSeller} from "../journeys/journeys.js";
import {monthDay} from "../journeys/monthNumber.js";
import {monthsOf} from "../journeys/months.js";
import {tQuantile} from "../distributions/studentT.js";
import {quantile} from "../metrics/quantile.js";
import {dateOf} from "../days.js";
import type {StageGrouping} from "./deliveryParameters.js";
import type {DeliveryView} from "./deliveryView.js";
import type {StagedOrders, StageName} from "./stages.js";
import {stageNames} from "./stages.js";

/** Where the days go in a group of orders. */
export interface StageGroup {
  /** A seller's is its key. */
  name: string;
  orders: number;
  /** Days from purchase to delivery, on average, with Student's 95 % interval. */
  total: number;
  low: number;
  high: number;
  /** Days by stage. */
  mean: Readonly<Record<StageName, number>>;
  median: Readonly<Record<StageName, number>>;
}

/** Groups of orders, and those that are too small to be shown. */
export interface StageGroups {
  groups: readonly StageGroup[];
  small: number;
  smallOrders: number;
}

function codesOf({journeys}: DeliveryView, rows: Int32Array, by: StageGrouping) {
  if (by === "month") {
    const {first, count, codes} = monthsOf(rows.map((row) => journeys.day[row]));
    return {names: Array.from({length: count}, (_, i) => formatMonth(dateOf(monthDay(first + i)))), codes};
  }
  if (by === "seller") {
    const keys = [...new Set(rows.map((row) => journeys.seller[row]))];
    const at = new Map(keys.map((key, i) => [key, i]));
    return {
      names: keys.map((key) => (key === 0 ? noSeller : String(key))),
      codes: rows.map((row) => at.get(journeys.seller[row]) ?? 0)
    };
  }
  const {names, codes} = journeys[by];
  return {names, codes: rows.map((row) => codes[row])};
}

const middle = (days: number[]) => quantile(Float64Array.from(days).sort(), 0.5);

/** Mean and median days of each stage by group: months in order, all others with the slowest first. */
export function stagesBy(
  view: DeliveryView,
  {rows}: StagedOrders,
  {by, least}: {by: StageGrouping; least: number}
): StageGroups {
  const {names, codes} = codesOf(view, rows, by);
  const members: number[][] = names.map(() => []);
  rows.forEach((row, i) => members[codes[i]].push(row));
  const found = names.map((name, i) => ({name, rows: members[i]})).filter((group) => group.rows.length > 0);
  const kept = found.filter((group) => group.rows.length >= least && group.name !== noSeller);
  const groups = kept.map(({name, rows: own}): StageGroup => {
    const days = stageNames.map((stage) => own.map((row) => view.journeys[stage][row] / 1440));
    const means = days.map((values) => values.reduce((sum, value) => sum + value, 0) / own.length);
    const total = means.reduce((sum, mean) => sum + mean, 0);
    const squares = own.reduce(
      (sum, _, i) => sum + (days.reduce((whole, values) => whole + values[i], 0) - total) ** 2,
      0
    );
    const half =
      own.length > 1
        ? tQuantile(0.975, own.length - 1) * Math.sqrt(squares / (own.length - 1) / own.length)
        : NaN;
    const [approval, handover, transit] = means;
    const [middleApproval, middleHandover, middleTransit] = days.map(middle);
    return {
      ...{name, orders: own.length, total, low: total - half, high: total + half},
      mean: {approval, handover, transit},
      median: {approval: middleApproval, handover: middleHandover, transit: middleTransit}
    };
  });
  if (by !== "month") groups.sort((a, b) => b.total - a.total || a.name.localeCompare(b.name));
  const left = found.filter((group) => !kept.includes(group));
  return {
    groups,
    small: left.length,
    smallOrders: left.reduce((sum, group) => sum + group.rows.length, 0)
  };
}
