import {monthDay} from "../journeys/monthNumber.js";
import {monthsOf} from "../journeys/months.js";
import type {KeptShare} from "./dayCounts.js";
import {keptShare} from "./dayCounts.js";
import type {DeliveryView} from "./deliveryView.js";

/** A group's promises kept. */
export interface KeptGroup extends KeptShare {
  name: string;
}

/** A month's promises kept. */
export interface KeptMonth extends KeptShare {
  /** First day of the month. */
  day: number;
}

const shares = (
  {delivery, promised}: DeliveryView["journeys"],
  rows: Int32Array,
  codeOf: (row: number, i: number) => number,
  groups: number
) => {
  const [kept, total] = [new Int32Array(groups), new Int32Array(groups)];
  rows.forEach((row, i) => {
    const code = codeOf(row, i);
    total[code]++;
    if (delivery[row] <= promised[row]) kept[code]++;
  });
  return Array.from(total, (count, i) => keptShare(kept[i], count));
};

/** The share of promises kept by month of purchase; months without orders are left out. */
export function keptByMonth({journeys, judged}: DeliveryView): KeptMonth[] {
  const {first, count, codes} = monthsOf(judged.map((row) => journeys.day[row]));
  return shares(journeys, judged, (_, i) => codes[i], count)
    .map((share, i) => ({day: monthDay(first + i), ...share}))
    .filter(({total}) => total > 0);
}

/** The share of promises kept by the customer's state, lowest first. */
export function keptByState({journeys, judged}: DeliveryView): KeptGroup[] {
  const {names, codes} = journeys.state;
  return shares(journeys, judged, (row) => codes[row], names.length)
    .map((share, i) => ({name: names[i], ...share}))
    .filter(({total}) => total > 0)
    .sort((a, b) => a.share - b.share || a.name.localeCompare(b.name));
}
