import {duckdb} from "../dialect/duckdb.js";
import {paceSql} from "./deliveryPace.js";
import {dayNumber, historySql} from "./history.js";
import {boolean, cents, date, double, integer, text} from "./mart.js";
import type {Mart} from "./mart.js";
import {placeMeaning, regionMeaning, regionSql} from "./regions.js";
import {dayOf, largeTotal, rounded, total} from "../sql/expressions.js";

/** A share is shrunk towards the shop's own by this many orders of it. */
export const shrinkageOrders = 20;

const earthRadiusKm = 6371;
const halfChord = (from: string, to: string) => `pow(sin(radians(${to} - ${from}) / 2), 2)`;

/** Great-circle distance in km from (c_lat, c_lng) to (s_lat, s_lng), by the haversine formula. */
export const haversineSql = `2 * ${earthRadiusKm} * asin(sqrt(least(1e0, ${halfChord("c_lat", "s_lat")}
      + cos(radians(c_lat)) * cos(radians(s_lat)) * ${halfChord("c_lng", "s_lng")})))`;

const shrunk = (past: string) =>
  `(${past}_late + ${shrinkageOrders} * overall) / (${past}_done + ${shrinkageOrders})`;

const soFar = "order by day rows between unbounded preceding and 1 preceding";

const lateHistory = (name: string, key: string, orders: string) =>
  historySql({
    name,
    key,
    ended: `select ${key}, delivered_day as day, 1 as done, was_late as late from ${orders}`,
    asking: orders,
    values: ["done", "late"]
  });

export const lateness: Mart = {
  name: "lateness",
  row: "a delivered order with a delivery date and at least one line",
  columns: [
    integer("order_key", "the order, numbered by time of purchase"),
    date("day", "day of purchase, local time"),
    integer("promised_days", "calendar days from purchase to the promised day", "days"),
    cents("price_cents", "sum of the lines' prices"),
    cents("freight_cents", "sum of the lines' freight"),
    integer("items", "order lines"),
    integer("sellers", "distinct sellers"),
    integer("weight_g", "sum of the products' weights; what is missing counts 0", "g"),
    double("volume_cm3", "sum of the parcels' volumes, whole; what is missing counts 0", "cm³"),
    integer(
      "distance_km",
      "from the customer to the farthest seller, postal code centre to centre; 0 where no point is known",
      "km"
    ),
    boolean("same_state", "every seller is in the customer's state"),
    text("state", `the customer's ${placeMeaning}`),
    text("region", regionMeaning),
    integer("hour", "hour of purchase, 0 to 23"),
    integer("weekday", "weekday of purchase, 1 Monday to 7 Sunday"),
    integer("month", "month of purchase, 1 to 12"),
    text("payment_type", "type that paid the largest part; '(none)' without payment"),
    integer("installments", "largest number of installments; 0 without payment"),
    double(
      "seller_late_share_before",
      "share late of the seller's orders delivered before the day of purchase, shrunk to the shop's; the highest of several sellers"
    ),
    double(
      "state_late_share_before",
      "share late of the orders to this state delivered before the day of purchase, shrunk to the shop's"
    ),
    double(
      "usual_days",
      "how long such a delivery took lately, as known at purchase: seller's days until handing over (90 days back) plus transit between the states (60 days back)",
      "days"
    ),
    boolean("late", "delivered on a later calendar day than promised: what is to be predicted")
  ],
  inputs: ["orders", "items", "products", "sellers", "places"],
  sql: (_, d = duckdb) =>
    d.spelt(`with delivered as (
  select *, ${dayNumber("purchased_at", d)} as day, ${dayNumber("delivered_at", d)} as delivered_day,
    case when late then 1 else 0 end as was_late
  from orders
  where late is not null
),
parcels as (
  select i.order_key, ${total("p.weight_g")} as weight_g,
    ${largeTotal("1.0e0 * p.length_cm * p.height_cm * p.width_cm")} as volume_cm3
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
  select order_key, bool_and(same_state) as same_state,
    cast(round(coalesce(max(case when c_lat is not null and s_lat is not null then ${haversineSql} end), 0)) as integer) as distance_km
  from ends
  group by order_key
),
sold as (
  select os.seller_key, o.order_key, o.state, o.day, o.delivered_day, o.was_late
  from delivered o
  join order_sellers os on os.order_key = o.order_key
),
${lateHistory("seller_past", "seller_key", "sold")},
${lateHistory("state_past", "state", "delivered")},
shop_past as (
  select day, coalesce(1e0 * sum(sum(late)) over (${soFar}) / nullif(sum(sum(done)) over (${soFar}), 0), 0) as overall
  from state_past_days
  group by day
),
shares as (
  select s.order_key, ${rounded(`max(${shrunk("seller_past")})`, 4)} as seller_share,
    ${rounded(`max(${shrunk("state_past")})`, 4)} as state_share
  from sold s
  join seller_past sp on sp.seller_key = s.seller_key and sp.day = s.day
  join state_past tp on coalesce(tp.state, '') = coalesce(s.state, '') and tp.day = s.day
  join shop_past p on p.day = s.day
  group by s.order_key
),
${paceSql(d)}
select o.order_key, ${dayOf("o.purchased_at")} as day,
  cast(${d.between("day", "cast(o.purchased_at as date)", "cast(o.estimated_at as date)")} as integer) as promised_days,
  o.price_cents, o.freight_cents, o.items, o.sellers, p.weight_g, p.volume_cm3, r.distance_km, r.same_state,
  o.state, ${regionSql("o.state")} as region,
  cast(extract(hour from o.purchased_at) as integer) as hour,
  cast(${d.between("day", "date '1900-01-01'", "cast(o.purchased_at as date)")} % 7 + 1 as integer) as weekday,
  cast(extract(month from o.purchased_at) as integer) as month,
  coalesce(o.payment_type, '(none)') as payment_type, coalesce(o.installments, 0) as installments,
  s.seller_share as seller_late_share_before, s.state_share as state_late_share_before, e.usual_days, o.late
from delivered o
join parcels p on p.order_key = o.order_key
join routes r on r.order_key = o.order_key
join shares s on s.order_key = o.order_key
join pace e on e.order_key = o.order_key
order by o.order_key`)
};
