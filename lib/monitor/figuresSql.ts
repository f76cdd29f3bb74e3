import {timestampLiteral} from "../sql/expressions.js";
import type {MonthFigures} from "./history.js";
import type {inputColumns} from "./columns.js";
import type {WatchedMonth} from "./months.js";

const faults = [
  ["orders without approval", "unapproved", "orders"],
  ["orders without lines", "empty", "orders"],
  ["orders without payment", "unpaid", "orders"],
  ["orders paid otherwise than asked", "mismatched", "paid"],
  ["late deliveries", "late", "judged"],
  ["deliveries before the handover", "reversed", "delivered"],
  ["lines without category", "uncategorised", "lines"]
] as const;

const within = (column: string, {month, cutoff}: WatchedMonth) =>
  `${column} >= ${timestampLiteral(`${month}-01T00:00:00`)} and ${column} < ${timestampLiteral(`${cutoff}T00:00:00`)}`;

/**
 * What is counted of a month, from what was known on the day that it is judged: a row of figures over the marts
 * `orders` and `items`.
 * @example figuresSql({month: "2018-03", cutoff: "2018-04-01", days: 31, partial: false}).startsWith("with bought as (") => true
 */
export const figuresSql = (month: WatchedMonth): string => {
  const now = timestampLiteral(`${month.cutoff}T00:00:00`);
  return `with bought as (
  select *, lag(purchased_at) over (order by purchased_at) as before from orders where ${within("purchased_at", month)}
),
arrived as (select * from orders where ${within("delivered_at", month)})
select count(*) as orders,
  coalesce(max(date_diff('second', before, purchased_at)) / 3600e0, 0) as gap,
  (select date_diff('second', max(purchased_at), ${now}) / 86400e0 from orders where purchased_at < ${now}) as age,
  count_if(approved_at is null or approved_at >= ${now}) as unapproved,
  count_if(coalesce(items, 0) = 0) as empty,
  count_if(payment_type is null) as unpaid,
  count_if(payment_type is not null and items > 0) as paid,
  count_if(payment_type is not null and items > 0 and abs(payment_cents - price_cents - freight_cents) > 100) as mismatched,
  (select count(*) from arrived) as delivered,
  (select count(late) from arrived) as judged,
  (select count_if(late) from arrived) as late,
  (select count_if(delivered_at < shipped_at) from arrived) as reversed,
  (select count(*) from items i join bought b on b.order_key = i.order_key) as lines,
  (select count_if(i.category = '(none)') from items i join bought b on b.order_key = i.order_key) as uncategorised
from bought`;
};

/** A row of `figuresSql` as a month's figures. */
export function figuresOf(row: Readonly<Record<string, number>>, {days}: WatchedMonth): MonthFigures {
  const {orders, gap, age} = row;
  return {
    ...{orders, gap, volume: orders / days, age: Number.isFinite(age) ? age : 0},
    faults: Object.fromEntries(faults.map(([name, failing, of]) => [name, [row[failing], row[of]] as const]))
  };
}

/** Values of a month's orders that features fold into groups, by the name of the watched column. */
export const inputsSql = (month: WatchedMonth): Record<(typeof inputColumns)[number], string> => {
  const bought = within("purchased_at", month);
  return {
    order_state: `select state as value from orders where ${bought}`,
    order_payment_type: `select payment_type as value from orders where ${bought}`,
    item_category: `select i.category as value from items i join orders o on o.order_key = i.order_key where ${bought}`
  };
};
