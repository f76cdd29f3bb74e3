import {double, integer, text, timestamp} from "./mart.js";
import type {Mart} from "./mart.js";
import {measuredSql, scores, segmentSql} from "./rfm.js";
import {monthOf, tally, timestampLiteral} from "./sql.js";

export const segmentSizes: Mart = {
  name: "segment_sizes",
  row: "a month's end, state and segment with at least one person",
  small: true,
  columns: [
    timestamp("cutoff", "the midnight that ends the month; the last one is the build's cutoff", "local time"),
    text("state", "state (UF) of a person's latest delivered order by then"),
    text("segment", "one of eight"),
    integer("customers", "people"),
    double("monetary_cents", "sum of prices of their delivered orders by then", "BRL cents")
  ],
  inputs: ["orders"],
  sql: ({cutoff}) => `with cutoffs as (
  select distinct ${monthOf("purchased_at")} as cutoff
  from orders
  where status = 'delivered' and purchased_at < ${timestampLiteral(cutoff)}
  union
  select ${timestampLiteral(cutoff)}
),
${measuredSql},
scored as (
  select cutoff, state, monetary_cents, ${scores.recency} as r, ${scores.spend} as fm
  from measured
),
named as (
  select cutoff, state, monetary_cents, ${segmentSql("r", "fm")} as segment
  from scored
)
select cutoff, state, segment, ${tally()} as customers, cast(sum(monetary_cents) as double) as monetary_cents
from named
group by cutoff, state, segment
order by segment, state, cutoff`
};
