import {placeMeaning} from "./regions.js";
import {duckdb} from "../dialect/duckdb.js";
import {cents, integer, text} from "./mart.js";
import type {Mart} from "./mart.js";
import {placedSql, scoreSql, segmentSql} from "./rfm.js";
import {timestampLiteral} from "../sql/expressions.js";

export const segments: Mart = {
  name: "segments",
  row: "a person with a delivered order bought before the cutoff",
  columns: [
    integer("customer_key", "the person"),
    text("state", `${placeMeaning} of the latest of these orders`),
    integer("recency_days", "whole days from the latest of these orders to the cutoff", "days"),
    integer("frequency", "delivered orders bought before the cutoff"),
    cents("monetary_cents", "sum of their prices, without freight"),
    integer("r", "recency score, 5 for the most recent fifth; midrank quintile"),
    integer("f", "frequency score; midrank quintile"),
    integer("m", "spend score; midrank quintile"),
    integer("fm", "score of frequency, then spend; midrank quintile of the pair"),
    text("segment", "one of eight, by r and fm"),
    text("repeat_segment", "the same map with 1, 2, 3, 4+ orders scored 1, 3, 4, 5 in place of fm")
  ],
  inputs: ["orders"],
  sql: ({cutoff}, d = duckdb) =>
    d.spelt(`with cutoffs as (select ${timestampLiteral(cutoff)} as cutoff),
${placedSql(
  {
    recency_place: "recency_days",
    frequency_place: "frequency",
    monetary_place: "monetary_cents",
    spend_place: "frequency, monetary_cents"
  },
  d
)},
scored as (
  select customer_key, state, recency_days, frequency, monetary_cents,
    ${scoreSql.recency} as r,
    ${scoreSql.frequency} as f,
    ${scoreSql.monetary} as m,
    ${scoreSql.spend} as fm,
    ${scoreSql.repeat} as repeat_score
  from placed
)
select customer_key, state, recency_days, frequency, monetary_cents, r, f, m, fm,
  ${segmentSql("r", "fm")} as segment,
  ${segmentSql("r", "repeat_score")} as repeat_segment
from scored
order by customer_key`)
};
