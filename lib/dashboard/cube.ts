import {formatMonth} from "../format.js";

/** A row of the `daily` mart: a day of purchase x state x order status. Money in cents. */
export interface DailyRow {
  day: Date;
  state: string;
  status: string;
  orders: number;
  price_cents: number;
  items: number;
  /** Delivered orders with a delivery date; `late` counts those of them that came after the promised day. */
  delivered: number;
  late: number;
  /** Reviews of these orders, whenever written, and the sum of their scores. */
  reviews: number;
  score_sum: number;
}

/** A row of the `repeat_orders` mart: an order of a person who has at least two. */
export interface RepeatOrderRow {
  customer_key: number;
  day: Date;
  state: string;
  status: string;
}

/** What a reader looks at: purchases from the start of one month to the end of another, in one state or in all. */
export interface Selection {
  /** First day, inclusive. */
  from: Date;
  /** First day after it, exclusive. */
  until: Date;
  /** Two letters, or null for all of Brazil. */
  state: string | null;
}

/** The first day of a month `YYYY-MM`, in UTC. @example monthStart("2017-11") => 2017-11-01T00:00:00.000Z */
export const monthStart = (month: string): Date => new Date(`${month}-01T00:00:00Z`);

/** The same day `months` later, for first days of a month. @example addMonths(monthStart("2017-11"), 2) => 2018-01-01T00:00:00.000Z */
export const addMonths = (day: Date, months: number): Date =>
  new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, day.getUTCDate()));

/** The selection of whole months, both inclusive and in either order, and of a state ("all" for every one). */
export function selectMonths(a: string, b: string, state: string): Selection {
  const [from, to] = [a, b].sort();
  return {from: monthStart(from), until: addMonths(monthStart(to), 1), state: state === "all" ? null : state};
}

/** A selection's months in words. @example period(selectMonths("2017-11", "2018-01", "SP")) => "Nov 2017 to Jan 2018" */
export function period({from, until}: Pick<Selection, "from" | "until">): string {
  const [first, last] = [from, addMonths(until, -1)].map(formatMonth);
  return first === last ? first : `${first} to ${last}`;
}

/** The months from one to another, both inclusive, as `YYYY-MM`. @example monthsBetween("2017-11", "2018-01") => ["2017-11", "2017-12", "2018-01"] */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = monthStart(from); month <= monthStart(to); month = addMonths(month, 1))
    months.push(month.toISOString().slice(0, 7));
  return months;
}

/** The rows of a cube that a selection holds. */
export function select<T extends {state: string} & ({day: Date} | {month: Date})>(
  rows: readonly T[],
  {from, until, state}: Selection
): T[] {
  const [start, end] = [from.getTime(), until.getTime()];
  return rows.filter((row) => {
    if (state !== null && row.state !== state) return false;
    const time = ("day" in row ? row.day : row.month).getTime();
    return time >= start && time < end;
  });
}
