import {placeMeaning} from "./regions.js";
import {duckdb} from "../dialect/duckdb.js";
import {polaritySql} from "../text/polarity.js";
import {boolean, double, integer, text, timestamp} from "./mart.js";
import {mainCategorySql} from "./mainCategory.js";
import type {Mart} from "./mart.js";
import {trimmed} from "../sql/expressions.js";

export const reviews: Mart = {
  name: "reviews",
  row: "a review of an order",
  columns: [
    integer("order_key", "the order"),
    integer("score", "1 (worst) to 5 (best)"),
    timestamp("created_at", "day the survey was sent; null where the file has none", "local time"),
    timestamp("answered_at", "when it was answered; null where the file has none", "local time"),
    boolean("has_title", "the title is filled in"),
    boolean("has_message", "the message is filled in, be it with white space only"),
    integer("place", "number of the review among those of its order: by creation, then answer, then id"),
    double("polarity", "polarity of the message, -1 to 1; null without one of more than white space")
  ],
  inputs: ["staged_reviews"],
  sql: (_, d = duckdb) =>
    d.spelt(`with numbered as (
  select *, cast(order_key as bigint) * 1000000 + place as id
  from (
    select order_key, score, created_at, answered_at, title, message,
      cast(row_number() over (
        partition by order_key order by created_at nulls first, answered_at nulls first, review_id
      ) as integer) as place
    from staged_reviews
  ) placed
),
messages as (
  select id, message from numbered where ${trimmed("coalesce(message, '')")} <> ''
),
${polaritySql("messages", d)}
select n.order_key, n.score, n.created_at, n.answered_at,
  coalesce(n.title, '') <> '' as has_title, coalesce(n.message, '') <> '' as has_message,
  n.place, case when m.id is not null then coalesce(p.polarity, 0) end as polarity
from numbered n
left join messages m on m.id = n.id
left join polarities p on p.id = n.id
order by n.id`)
};

export const reviewTexts: Mart = {
  name: "review_texts",
  row: "a review with a title or a message that is more than white space",
  columns: [
    integer("order_key", "the order"),
    integer("score", "1 (worst) to 5 (best)"),
    timestamp("created_at", "day the survey was sent; null where the file has none", "local time"),
    text("title", "the title without white space around it; null without one"),
    text("message", "the message without white space around it; null without one"),
    text("state", `${placeMeaning} that the order was sent to`),
    text("category", "English label of the category with the largest price; '(none)' without lines")
  ],
  inputs: ["staged_reviews", "orders", "items", "products"],
  sql: (_, d = duckdb) =>
    d.spelt(`with ${mainCategorySql},
written as (
  select order_key, review_id, score, created_at, answered_at,
    nullif(${trimmed("title")}, '') as title, nullif(${trimmed("message")}, '') as message
  from staged_reviews
  where ${trimmed("coalesce(title, '')")} <> '' or ${trimmed("coalesce(message, '')")} <> ''
)
select w.order_key, w.score, w.created_at, w.title, w.message, o.state, coalesce(m.category, '(none)') as category
from written w
join orders o on o.order_key = w.order_key
left join main_categories m on m.order_key = w.order_key
order by w.order_key, w.created_at nulls first, w.answered_at nulls first, w.review_id`)
};
