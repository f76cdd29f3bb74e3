import {segments} from "../marts/segments.js";
import {inPlaceOf} from "../sql/inPlaceOf.js";
import {timestampLiteral} from "../sql/expressions.js";
import type {Conditions} from "./conditions.js";
import {featuresOf, whereSql} from "./conditions.js";
import {exploredFrom} from "./exploredSql.js";
import {withFeatures} from "./featuresSql.js";

/** Orders bought before a day as they stood at its midnight: no delivery, review or status that came later. */
const knownOrdersSql = (now: string): string => `known_answers as (
  select order_key, max_by(score, place) as score
  from reviews
  where answered_at < ${now}
  group by order_key
),
known_orders as (
  select o.* replace (
    case when o.delivered_at < ${now} then 'delivered' when o.shipped_at < ${now} then 'shipped'
      when o.approved_at < ${now} then 'approved' else 'created' end as status,
    case when o.delivered_at < ${now} then o.delivered_at end as delivered_at,
    case when o.delivered_at < ${now} then o.late end as late,
    a.score as review_score
  )
  from orders o
  left join known_answers a on a.order_key = o.order_key
  where o.purchased_at < ${now}
)`;

/**
 * The query for the orders as they could be explored on the morning of a day: those bought before, with the deliveries,
 * reviews and segments known by then. The files do not say when an order was canceled, so that its status is what its
 * times say. It reads the marts `orders`, `items`, `products` and `reviews` alone.
 * @param day ISO day
 */
export function knownSql(day: string): string {
  const cutoff = `${day}T00:00:00`;
  return exploredFrom("known_orders", "known_segments", [
    knownOrdersSql(timestampLiteral(cutoff)),
    `known_segments as (\n${inPlaceOf({orders: "known_orders"}, segments.sql({cutoff}))}\n)`
  ]);
}

/**
 * The query for the people with at least one order selected by what was known on the morning of a day: a population that
 * tells nothing of what came after it. Features are as of that day, of orders approved before it.
 * @param day ISO day
 * @example knownPeopleSql({states: ["SP"]}, "2018-03-01").includes("where state in ('SP')") => true
 */
export function knownPeopleSql(conditions: Conditions, day: string): string {
  const [orders, features] = [knownSql(day), featuresOf(conditions)];
  const explored =
    features.length === 0
      ? orders
      : withFeatures(orders, features, {cutoff: `${day}T00:00:00`, strict: true});
  return `with explored as (\n${explored}\n)\nselect distinct customer_key\nfrom explored${whereSql(conditions)}`;
}
