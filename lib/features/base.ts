import {haversineSql} from "../marts/lateness.js";
import {totalOf} from "./exact.js";
import type {Moment} from "./moment.js";

/** Types that a payment can have; "not_defined" is none of them. */
export const paymentTypes = ["credit_card", "boleto", "voucher", "debit_card"] as const;

/** Fewer lines of a category than this say nothing about what is cheap in it. */
export const leastLines = 10;

const before = (time: string, {now}: Moment) => `case when o.${time} < ${now} then o.${time} end as ${time}`;

const typeColumns = paymentTypes
  .map(
    (type) => `${totalOf(`case when y.type = '${type}' then y.value_cents end`)} as ${type}_cents,
    max(case when y.type = '${type}' then 1 else 0 end) as ${type}_used`
  )
  .join(",\n    ");

/** A row per order, so that no join multiplies its money; a payment is known once approved, boleto and voucher at once. */
const receipts = ({now}: Moment) => `receipts as (
  select y.order_key, count(*) as payments, max(y.installments) as installments,
    ${totalOf("y.value_cents")} as paid_cents,
    ${typeColumns},
    ${totalOf("case when y.type = 'credit_card' then 1e0 * y.value_cents * greatest(y.installments, 1) end")} as card_weighted
  from payments y
  join orders o on o.order_key = y.order_key
  where o.purchased_at < ${now} and (o.approved_at < ${now} or y.type in ('boleto', 'voucher'))
  group by y.order_key
)`;

const receiptColumns = [
  "payments",
  "installments",
  "paid_cents",
  ...paymentTypes.flatMap((type) => [`${type}_cents`, `${type}_used`]),
  "card_weighted"
];
const answerColumns = ["score", "created_at", "answered_at", "has_title", "polarity"];

/** The latest review of an order among those answered by the cutoff. */
const answers = ({now}: Moment) => `later_answers as (
  select order_key, max(place) as place
  from reviews
  where place > 1 and answered_at < ${now}
  group by order_key
),
answers as (
  select r.order_key, r.score, r.created_at, r.answered_at, r.has_title, r.polarity
  from reviews r
  left join later_answers l on l.order_key = r.order_key
  where r.answered_at < ${now} and r.place = coalesce(l.place, r.place)
)`;

/**
 * What the groups share: `valid` orders with their payments, review and place as known by the cutoff; `cities` with a
 * code each; `lines` with product, distance to the seller; where a price stands in its category; the usual distance
 * between two states.
 */
export const baseTables = (moment: Moment): string => `${receipts(moment)},
${answers(moment)},
valid_orders as (
  select * from orders where ${moment.valid(moment.now)}
),
cities as (
  select state, city, cast(row_number() over (order by state, city) - 1 as integer) as code
  from (select distinct state, coalesce(city, '') as city from valid_orders)
),
valid as (
  select o.order_key, o.customer_key, o.state, c.code as city, substr(o.zip, 1, 3) as zip3, l.lat, l.lng,
    o.purchased_at, ${before("approved_at", moment)}, ${before("delivered_at", moment)}, o.estimated_at,
    o.items, o.price_cents, o.freight_cents, ${receiptColumns.map((name) => `y.${name}`).join(", ")}, ${answerColumns.map((name) => `r.${name}`).join(", ")}
  from valid_orders o
  join cities c on coalesce(c.state, '') = coalesce(o.state, '') and c.city = coalesce(o.city, '')
  left join places l on l.zip = o.zip
  left join receipts y on y.order_key = o.order_key
  left join answers r on r.order_key = o.order_key
),
lines as (
  select customer_key, order_key, product_key, seller_key, category, category_group, price_cents,
    case when weight_g > 0 then weight_g end as weight_g, photos, state, seller_state,
    case when c_lat is not null and s_lat is not null then ${haversineSql} end as km
  from (
    select v.customer_key, v.order_key, v.state, v.lat as c_lat, v.lng as c_lng,
      i.product_key, i.seller_key, i.category, i.price_cents, g.category_group, g.weight_g, g.photos,
      s.state as seller_state, s.lat as s_lat, s.lng as s_lng
    from valid v
    join items i on i.order_key = v.order_key
    join products g on g.product_key = i.product_key
    join sellers s on s.seller_key = i.seller_key
  )
),
price_counts as (
  select category, price_cents, count(*) as n
  from lines
  group by category, price_cents
),
price_places as (
  select category, price_cents,
    case when sum(n) over (partition by category) < ${leastLines} then 0.5e0
      else (2e0 * sum(n) over (partition by category order by price_cents) - n) / (2e0 * sum(n) over (partition by category))
    end as price_place
  from price_counts
),
usual_legs as (
  select state, seller_state, percentile_cont(0.5) within group (order by km) as usual_km
  from lines
  group by state, seller_state
)`;

/** `people` with a valid order and, as `wares`, those who bought a line; `aggregates` are the groups' own columns. */
export const peopleTables = (perOrder: readonly string[], perLine: readonly string[]): string => `people as (
  select customer_key, cast(count(*) as integer) as orders, max(order_key) as last_key,
    min(purchased_at) as first_at, max(purchased_at) as last_at,
    ${perOrder.join(",\n    ")}
  from valid
  group by customer_key
),
wares as (
  select l.customer_key, count(*) as bought,
    ${perLine.join(",\n    ")}
  from lines l
  join price_places q on q.category = l.category and q.price_cents = l.price_cents
  join usual_legs u on coalesce(u.state, '') = coalesce(l.state, '')
    and coalesce(u.seller_state, '') = coalesce(l.seller_state, '')
  group by l.customer_key
)`;
