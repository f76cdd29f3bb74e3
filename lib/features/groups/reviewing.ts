import type {Dialect} from "../../dialect/dialect.js";
import {atMost, exactMean, seconds} from "../exact.js";
import {feature} from "../feature.js";
import type {FeatureGroup} from "../feature.js";

const flag = (condition: string) => `case when ${condition} then 1 else 0 end`;

/** Fifths of full engagement with one delivered order: an answer 2, a message 2, a title 1. */
const fifths = `2 * ${flag("score is not null")} + 2 * ${flag("polarity is not null")} + ${flag("has_title")}`;

/** Grows with the time of the answer, then with the order. */
const recent = (d: Dialect) =>
  `${seconds("timestamp '1970-01-01 00:00:00'", "answered_at", d)} * 4294967296 + order_key`;

export const reviewing: FeatureGroup = {
  letter: "G",
  title: "Reviews",
  perOrder: ({dialect: d}) => [
    "1e0 * sum(score) / nullif(count(score), 0) as mean_score",
    `max_by(score, ${recent(d)}) as last_score`,
    `${exactMean(atMost(`${seconds("created_at", "answered_at", d)} / 3600e0`, "2160e0"))} as answer_hours`,
    `${exactMean("polarity")} as sentiment`,
    `sum(case when delivered_at is not null then ${fifths} end) / (5e0 * nullif(count(delivered_at), 0)) as engagement`
  ],
  features: [
    feature({
      number: 69,
      name: "avg_review_score",
      absent: "missing",
      unit: "1 to 5",
      sql: "p.mean_score",
      definition:
        "Mean score of the reviews of valid orders answered before the cutoff; of an order's reviews the latest by creation, then answer, then id."
    }),
    feature({
      number: 70,
      name: "last_review_score",
      kind: "integer",
      absent: "missing",
      unit: "1 to 5",
      sql: "p.last_score",
      definition:
        "Score of the review answered last; of reviews answered in the same second that of the later order."
    }),
    feature({
      number: 71,
      name: "review_engagement_score",
      absent: "0",
      sql: "coalesce(p.engagement, 0)",
      definition:
        "Mean over the orders delivered before the cutoff of 0.4 for an answered review, 0.4 for a message of more than white space, 0.2 for a title that is filled in."
    }),
    feature({
      number: 72,
      name: "review_response_hours",
      absent: "missing",
      unit: "hours",
      sql: "p.answer_hours",
      definition: "Mean time from the survey's day to the answer, at most 2160 hours each."
    }),
    feature({
      number: 73,
      name: "comment_sentiment",
      absent: "0",
      unit: "-1 to 1",
      sql: "coalesce(p.sentiment, 0)",
      definition:
        "Mean polarity of the messages of more than white space, by a lexicon of the shop's own words; a message without any such word counts 0."
    })
  ]
};
