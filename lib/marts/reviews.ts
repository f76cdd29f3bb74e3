import {boolean, integer, text, timestamp} from "./mart.js";
import type {Mart} from "./mart.js";
import {trimmed} from "./sql.js";

const order = "order_key, created_at nulls first, answered_at nulls first, review_id";

export const reviews: Mart = {
  name: "reviews",
  row: "a review of an order",
  columns: [
    integer("order_key", "the order"),
    integer("score", "1 (worst) to 5 (best)"),
    timestamp("created_at", "day the survey was sent; null where the file has none", "local time"),
    timestamp("answered_at", "when it was answered; null where the file has none", "local time"),
    boolean("has_title", "the title is filled in"),
    boolean("has_message", "the message is filled in, be it with white space only")
  ],
  inputs: ["staged_reviews"],
  sql: () => `select order_key, score, created_at, answered_at,
  coalesce(title, '') <> '' as has_title, coalesce(message, '') <> '' as has_message
from staged_reviews
order by ${order}`
};

export const reviewTexts: Mart = {
  name: "review_texts",
  row: "a review with a title or a message that is more than white space",
  columns: [
    integer("order_key", "the order"),
    integer("score", "1 (worst) to 5 (best)"),
    text("title", "the title without white space around it; null without one"),
    text("message", "the message without white space around it; null without one")
  ],
  inputs: ["staged_reviews"],
  sql: () => `select order_key, score, nullif(${trimmed("title")}, '') as title, nullif(${trimmed("message")}, '') as message
from staged_reviews
where ${trimmed("coalesce(title, '')")} <> '' or ${trimmed("coalesce(message, '')")} <> ''
order by ${order}`
};
