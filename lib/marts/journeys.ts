import {placeMeaning} from "./regions.js";
import type {Dialect} from "../dialect/dialect.js";
import {duckdb} from "../dialect/duckdb.js";
import {mainCategorySql} from "./mainCategory.js";
import {boolean, date, integer, text} from "./mart.js";
import type {Mart} from "./mart.js";
import {dayOf, tally, trimmed} from "../sql/expressions.js";

const whole = (from: string, to: string, seconds: number, d: Dialect) =>
  `cast(floor(${d.between("second", from, to)} / ${seconds}e0) as integer)`;

const minutes = (from: string, to: string, d: Dialect) => whole(from, to, 60, d);

const days = (from: string, to: string, d: Dialect) =>
  `cast(${d.between("day", dayOf(from), dayOf(to))} as integer)`;

const filled = (column: string) => `${trimmed(`coalesce(${column}, '')`)} <> ''`;

/** What the pages about deliveries and review scores read whole, without DuckDB. */
export const journeys: Mart = {
  name: "journeys",
  row: "an order, with its way to the customer and its latest review",
  small: true,
  columns: [
    date("day", "day of purchase, local time"),
    text("status", "last known status: delivered, shipped, canceled, ..."),
    text("state", `${placeMeaning} that the order was sent to`),
    text("category", "English label of the category with the largest price; '(none)' without lines"),
    integer("seller_key", "the seller with the largest price; null without lines"),
    text("seller_state", `that seller's ${placeMeaning}; null without lines`),
    integer("approval_minutes", "from purchase to approval, whole; null where a time is missing", "minutes"),
    integer(
      "handover_minutes",
      "from approval to the carrier, whole; null where a time is missing",
      "minutes"
    ),
    integer(
      "transit_minutes",
      "from the carrier to the customer, whole; null where a time is missing",
      "minutes"
    ),
    integer("promised_days", "calendar days from purchase to the promised day; null where missing", "days"),
    integer("delivery_days", "calendar days from purchase to delivery; null without a delivery date", "days"),
    boolean("late", "delivered on a later calendar day than promised; null unless delivered with a date"),
    boolean(
      "handed_late",
      "handed to the carrier after the last shipping limit of that seller's lines; null where a time is missing"
    ),
    integer("reviews", "reviews of the order; only the latest counts below"),
    integer("score", "score of the latest review, 1 to 5; null without review"),
    integer("survey_days", "calendar days from purchase to that review's survey; null where missing", "days"),
    integer("answer_hours", "from the day of that survey to its answer, whole; null where missing", "hours"),
    boolean("has_text", "that review has a title or a message of more than white space; null without review")
  ],
  inputs: ["orders", "items", "products", "sellers", "staged_items", "staged_reviews"],
  sql: (_, d = duckdb) =>
    d.spelt(`with ${mainCategorySql},
by_seller as (
  select order_key, seller_key, sum(price_cents) as price_cents, max(shipping_limit_at) as limit_at
  from staged_items
  group by order_key, seller_key
),
ranked_sellers as (
  select *, row_number() over (partition by order_key order by price_cents desc, seller_key) as place
  from by_seller
),
ranked_reviews as (
  select order_key, score, created_at, answered_at, ${filled("title")} or ${filled("message")} as has_text,
    row_number() over (
      partition by order_key
      order by created_at desc nulls last, answered_at desc nulls last, review_id desc
    ) as place
  from staged_reviews
),
review_counts as (
  select order_key, ${tally()} as reviews from staged_reviews group by order_key
)
select ${dayOf("o.purchased_at")} as day, o.status, o.state, coalesce(c.category, '(none)') as category,
  s.seller_key, z.state as seller_state, ${minutes("o.purchased_at", "o.approved_at", d)} as approval_minutes,
  ${minutes("o.approved_at", "o.shipped_at", d)} as handover_minutes,
  ${minutes("o.shipped_at", "o.delivered_at", d)} as transit_minutes,
  ${days("o.purchased_at", "o.estimated_at", d)} as promised_days,
  ${days("o.purchased_at", "o.delivered_at", d)} as delivery_days,
  o.late, o.shipped_at > s.limit_at as handed_late,
  coalesce(n.reviews, 0) as reviews, r.score, ${days("o.purchased_at", "r.created_at", d)} as survey_days,
  ${whole("r.created_at", "r.answered_at", 3600, d)} as answer_hours, r.has_text
from orders o
left join main_categories c on c.order_key = o.order_key
left join ranked_sellers s on s.order_key = o.order_key and s.place = 1
left join sellers z on z.seller_key = s.seller_key
left join ranked_reviews r on r.order_key = o.order_key and r.place = 1
left join review_counts n on n.order_key = o.order_key
order by s.seller_key nulls last, o.order_key`)
};
