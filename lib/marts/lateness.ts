import {boolean, cents, double, integer, text, timestamp} from "./mart.js";
import type {Mart} from "./mart.js";
import {regionSql} from "./regions.js";
import {dayOf, total} from "./sql.js";

/** A share is shrunk towards the shop's own by this many orders of it. */
export const shrinkageOrders = 20;

const earthRadiusKm = 6371;
const halfChord = (from: string, to: string) =>
  `pow(sin(radians(${to} - ${from}) / 2), 2)`;

/** Great-circle distance between two points, by the haversine formula. */
const haversineSql = `2 * ${earthRadiusKm} * asin(sqrt(least(1.0, ${halfChord("c_lat", "s_lat")}
      + cos(radians(c_lat)) * cos(radians(s_lat)) * ${halfChord("c_lng", "s_lng")})))`;

const shrunk = (late: string, delivered: string) =>
  `(${late} + ${shrinkageOrders} * overall) / (${delivered} + ${shrinkageOrders})`;

/** Everything before an event; an order placed at the very moment of a delivery does not know of it. */
const before = "order by at, kind rows between unbounded preceding and current row";

export const lateness: Mart = {
  name: "lateness",
  row: "a delivered order with a delivery date and at least one line",
  columns: [
    integer("order_key", "the order, numbered by time of purchase"),
    timestamp("day", "day of purchase, at midnight", "local time"),
    integer("promised_days", "calendar days from purchase to the promised day", "days"),
    cents("price_cents", "sum of the lines' prices"),
    cents("freight_cents", "sum of the lines' freight"),
    integer("items", "order lines"),
    integer("sellers", "distinct sellers"),
    integer("weight_g", "sum of the products' weights; what is missing counts 0", "g"),
    integer("volume_cm3", "sum of the parcels' volumes; what is missing counts 0", "cm³"),
    integer("distance_km", "from the customer to the farthest seller, postal code centre to centre", "km"),
    boolean("same_state", "every seller is in the customer's state"),
    text("state", "the customer's state (UF)"),
    text("region", "macro-region of that state"),
    integer("hour", "hour of purchase, 0 to 23"),
    integer("weekday", "weekday of purchase, 1 Monday to 7 Sunday"),
    integer("month", "month of purchase, 1 to 12"),
    text("payment_type", "type that paid the largest part; '(none)' without payment"),
    integer("installments", "largest number of installments; 0 without payment"),
    double(
      "seller_late_share_before",
      "share late of the seller's orders delivered before this purchase, shrunk to the shop's; the highest of several sellers"
    ),
    double(
      "state_late_share_before",
      "share late of the orders to this state delivered before this purchase, shrunk to the shop's"
    ),
    boolean("late", "delivered on a later calendar day than promised: what is to be foretold")
  ],
  inputs: ["orders", "items", "products", "sellers", "places"],
  sql: () => `with delivered as (
  select * from orders where late is not null
),
parcels as (
  select i.order_key, ${total("p.weight_g")} as weight_g,
    ${total("p.length_cm * p.height_cm * p.width_cm")} as volume_cm3
  from items i
  join products p on p.product_key = i.product_key
  group by i.order_key
),
order_sellers as (
  select distinct order_key, seller_key from items
),
state_centres as (
  select state, percentile_cont(0.5) within group (order by lat) as lat,
    percentile_cont(0.5) within group (order by lng) as lng
  from places
  group by state
),
ends as (
  select o.order_key, o.state = s.state as same_state,
    coalesce(cp.lat, cc.lat) as c_lat, coalesce(cp.lng, cc.lng) as c_lng,
    coalesce(s.lat, sc.lat) as s_lat, coalesce(s.lng, sc.lng) as s_lng
  from delivered o
  join order_sellers os on os.order_key = o.order_key
  join sellers s on s.seller_key = os.seller_key
  left join places cp on cp.zip = o.zip
  left join state_centres cc on cc.state = o.state
  left join state_centres sc on sc.state = s.state
),
routes as (
  select order_key, min(same_state) as same_state,
    cast(round(coalesce(max(${haversineSql}), 0)) as integer) as distance_km
  from ends
  group by order_key
),
events as (
  select order_key, state, purchased_at as at, 0 as kind, 0 as done, 0 as late from delivered
  union all
  select order_key, state, delivered_at, 1, 1, case when late then 1 else 0 end from delivered
),
history as (
  select order_key, kind,
    sum(done) over (${before}) as all_done, sum(late) over (${before}) as all_late,
    sum(done) over (partition by state ${before}) as state_done,
    sum(late) over (partition by state ${before}) as state_late
  from events
),
shop_so_far as (
  select order_key, coalesce(1.0 * all_late / nullif(all_done, 0), 0) as overall, state_done, state_late
  from history
  where kind = 0
),
seller_events as (
  select s.seller_key, e.order_key, e.at, e.kind, e.done, e.late
  from events e
  join order_sellers s on s.order_key = e.order_key
),
seller_history as (
  select order_key, kind, sum(done) over (partition by seller_key ${before}) as seller_done,
    sum(late) over (partition by seller_key ${before}) as seller_late
  from seller_events
),
shares as (
  select h.order_key, round(max(${shrunk("seller_late", "seller_done")}), 4) as seller_share,
    round(max(${shrunk("state_late", "state_done")}), 4) as state_share
  from seller_history h
  join shop_so_far s on s.order_key = h.order_key
  where h.kind = 0
  group by h.order_key
)
select o.order_key, ${dayOf("o.purchased_at")} as day,
  cast(date_diff('day', cast(o.purchased_at as date), cast(o.estimated_at as date)) as integer) as promised_days,
  o.price_cents, o.freight_cents, o.items, o.sellers, p.weight_g, p.volume_cm3, r.distance_km, r.same_state,
  o.state, ${regionSql("o.state")} as region,
  cast(extract(hour from o.purchased_at) as integer) as hour,
  cast(date_diff('day', date '1900-01-01', cast(o.purchased_at as date)) % 7 + 1 as integer) as weekday,
  cast(extract(month from o.purchased_at) as integer) as month,
  coalesce(o.payment_type, '(none)') as payment_type, coalesce(o.installments, 0) as installments,
  s.seller_share as seller_late_share_before, s.state_share as state_late_share_before, o.late
from delivered o
join parcels p on p.order_key = o.order_key
join routes r on r.order_key = o.order_key
join shares s on s.order_key = o.order_key
order by o.order_key`
};
