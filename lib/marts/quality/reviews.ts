import type {Check} from "./check.js";
import {trimmed} from "../../sql/expressions.js";
import {shown} from "./check.js";

const review = (condition: string, detail: string) => `select r.review_id as key, ${detail} as detail
  from staged_reviews r join staged_orders o on o.order_key = r.order_key
  where ${condition}`;

export const reviewChecks: readonly Check[] = [
  {
    name: "review_id shared by several orders",
    table: "reviews",
    of: "(select distinct review_id from staged_reviews)",
    failing: `select review_id as key, concat(cast(count(*) as varchar), ' orders') as detail
  from staged_reviews group by review_id having count(*) > 1`,
    action: "kept: a review belongs to an order, review_id alone is no key"
  },
  {
    name: "review dated before the purchase",
    table: "reviews",
    of: "staged_reviews",
    failing: review(
      "r.created_at < o.purchased_at",
      `concat('created ', ${shown("r.created_at")}, ', bought ', ${shown("o.purchased_at")})`
    ),
    action: "kept as written"
  },
  {
    name: "review answered before the delivery",
    table: "reviews",
    of: "staged_reviews",
    failing: review(
      "r.answered_at < o.delivered_at",
      `concat('answered ', ${shown("r.answered_at")}, ', delivered ', ${shown("o.delivered_at")})`
    ),
    action: "kept: most of these surveys went out two days after the promised day, delivered or not"
  },
  {
    name: "review without an answer time",
    table: "reviews",
    of: "staged_reviews",
    failing: review("r.answered_at is null", `concat('created ', ${shown("r.created_at")})`),
    action: "kept; its time is missing"
  },
  {
    name: "review without a creation date",
    table: "reviews",
    of: "staged_reviews",
    failing: review("r.created_at is null", `concat('answered ', ${shown("r.answered_at")})`),
    action: "kept; among several reviews of an order it counts as the earliest"
  },
  {
    name: "message of nothing but spaces",
    table: "reviews",
    of: "staged_reviews where message is not null",
    failing: review(
      "r.message <> '' and trim(r.message) = ''",
      "concat(cast(length(r.message) as varchar), ' characters')"
    ),
    action: "counts as a message that was filled in; left out of the texts"
  },
  {
    name: "message of nothing but white space",
    table: "reviews",
    of: "staged_reviews where message is not null",
    failing: review(
      `r.message <> '' and ${trimmed("r.message")} = ''`,
      "concat(cast(length(r.message) as varchar), ' characters')"
    ),
    action: "counts as a message that was filled in; left out of the texts"
  }
];
