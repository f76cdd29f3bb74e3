import type {Dialect} from "../dialect/dialect.js";
import {rounded} from "../sql/expressions.js";
import {dayNumber, historySql} from "./history.js";

/**
 * Over how many days before a purchase a mean goes, and the mean in days of how many orders is mixed in, so that a
 * seller or route with little history starts from what is usual.
 */
const legs = {
  handling: {daysBack: 90, usual: 3, orders: 5},
  transit: {daysBack: 60, usual: 9, orders: 20}
};

/** A leg's history, in whole seconds: their sum does not depend on the order of the rows. */
const legSql = (leg: keyof typeof legs, key: string, from: string, to: string, d: Dialect): string =>
  historySql({
    name: leg,
    key,
    ended: `select ${key}, ${dayNumber(to, d)} as day, cast(${d.between("second", from, to)} as double) as seconds, 1.0e0 as orders
    from legs where ${to} >= ${from}`,
    asking: "legs",
    values: ["seconds", "orders"],
    daysBack: legs[leg].daysBack
  });

const meanDays = (leg: keyof typeof legs): string => {
  const {usual, orders} = legs[leg];
  return `(${leg}_seconds / 86400 + ${usual * orders}) / (${leg}_orders + ${orders})`;
};

/**
 * Common table expressions that end in `pace(order_key, usual_days)`: how long deliveries took lately, as far as was
 * known the day before an order was placed: its seller's mean days until handing over plus the mean days in transit
 * from the seller's state to the customer's; of several sellers the slowest. Stands on the marts `orders` and
 * `sellers` and on `order_sellers(order_key, seller_key)`.
 */
export const paceSql = (d: Dialect): string => `legs as (
  select o.order_key, os.seller_key, concat(coalesce(s.state, ''), coalesce(o.state, '')) as route, ${dayNumber("o.purchased_at", d)} as day,
    o.purchased_at, o.shipped_at, o.delivered_at
  from orders o
  join order_sellers os on os.order_key = o.order_key
  join sellers s on s.seller_key = os.seller_key
),
${legSql("handling", "seller_key", "purchased_at", "shipped_at", d)},
${legSql("transit", "route", "shipped_at", "delivered_at", d)},
pace as (
  select l.order_key, ${rounded(`max(${meanDays("handling")} + ${meanDays("transit")})`, 2)} as usual_days
  from legs l
  join handling h on h.seller_key = l.seller_key and h.day = l.day
  join transit t on t.route = l.route and t.day = l.day
  group by l.order_key
)`;
