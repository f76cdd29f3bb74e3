import {placeMeaning} from "./regions.js";
import {duckdb} from "../dialect/duckdb.js";
import {date, integer, text} from "./mart.js";
import type {Mart} from "./mart.js";
import {placedSql, scoreSql, segmentSql} from "./rfm.js";
import {monthOf, tally, timestampLiteral} from "../sql/expressions.js";

export const segmentSizes: Mart = {
  name: "segment_sizes",
  row: "a month's end, state and segment with at least one person",
  small: true,
  columns: [
    date("cutoff", "the day after a month with delivered orders; the last one is the build's cutoff"),
    text("state", `${placeMeaning} of a person's latest delivered order by then`),
    text("segment", "one of eight"),
    integer("customers", "people")
  ],
  inputs: ["orders"],
  sql: ({cutoff}, d = duckdb) =>
    d.spelt(`with cutoffs as (
  select cutoff
  from (
    select distinct cast(${monthOf("purchased_at")} + interval '1' month as timestamp) as cutoff
    from orders
    where status = 'delivered'
  ) ends
  where cutoff < ${timestampLiteral(cutoff)}
  union
  select ${timestampLiteral(cutoff)}
),
${placedSql({recency_place: "recency_days", spend_place: "frequency, monetary_cents"}, d)},
scored as (
  select cutoff, state, ${scoreSql.recency} as r, ${scoreSql.spend} as fm
  from placed
),
named as (
  select cutoff, state, ${segmentSql("r", "fm")} as segment
  from scored
)
select cast(cutoff as date) as cutoff, state, segment, ${tally()} as customers
from named
group by cutoff, state, segment
order by segment, state, cutoff`)
};
