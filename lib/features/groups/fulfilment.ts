import type {Dialect} from "../../dialect/dialect.js";
import {days, exactMean} from "../exact.js";
import {inBrazil, placeWord} from "../../shop.js";
import {feature} from "../feature.js";
import type {FeatureGroup} from "../feature.js";

const tookDays = (d: Dialect) => days("purchased_at", "delivered_at", d);
const delayDays = (d: Dialect) =>
  d.between("day", "cast(estimated_at as date)", "cast(delivered_at as date)");
const missing = {absent: "missing", unit: "days"} as const;

export const fulfilment: FeatureGroup = {
  letter: "F",
  title: "Fulfilment",
  perOrder(moment) {
    const d = moment.dialect;
    const [took, delay] = [tookDays(d), delayDays(d)];
    return [
      `${exactMean(took)} as took`,
      `${exactMean(days("purchased_at", "estimated_at", d))} as promised`,
      `max_by(${took}, case when delivered_at is not null then order_key end) as last_took`,
      `1e0 * sum(${delay}) / nullif(count(${delay}), 0) as delay`,
      `cast(max(${delay}) as integer) as worst_delay`,
      `1e0 * count(case when ${delay} > 0 then 1 end) / nullif(count(${delay}), 0) as late`,
      `cast(count(case when delivered_at is null and purchased_at >= ${moment.daysBefore(60)} then 1 end) as integer) as open`
    ];
  },
  perLine: [`${exactMean("coalesce(l.km, u.usual_km)")} as km`],
  features: [
    feature({
      ...missing,
      number: 61,
      name: "avg_delivery_days",
      sql: "p.took",
      definition: "Mean time from purchase to delivery of the valid orders delivered before the cutoff."
    }),
    feature({
      ...missing,
      number: 62,
      name: "last_delivery_days",
      sql: "p.last_took",
      definition: "The same of the order bought last among those delivered before the cutoff."
    }),
    feature({
      ...missing,
      number: 63,
      name: "avg_delivery_delay_days",
      sql: "p.delay",
      definition: "Mean calendar days from the promised day to the delivery, below 0 where it came early."
    }),
    feature({
      ...missing,
      unit: undefined,
      number: 64,
      name: "late_delivery_ratio",
      sql: "p.late",
      definition: "Share of the delivered orders that came on a later calendar day than promised."
    }),
    feature({
      ...missing,
      number: 65,
      name: "worst_delay_days",
      kind: "integer",
      sql: "p.worst_delay",
      definition: "Most calendar days from the promised day to the delivery."
    }),
    feature({
      number: 66,
      name: "open_orders",
      kind: "integer",
      absent: "0",
      leak: "proxy",
      sql: "p.open",
      definition: "Valid orders of the 60 days before the cutoff that were not delivered by then."
    }),
    feature({
      ...missing,
      number: 67,
      name: "avg_promised_days",
      sql: "p.promised",
      definition:
        "Mean time from purchase to the midnight that begins the promised day, with fractions of a day."
    }),
    feature({
      ...missing,
      unit: "km",
      number: 68,
      name: "avg_seller_distance_km",
      sql: "w.km",
      definition: `Mean great-circle distance, over lines, from the centre of the order's postal code prefix to the seller's (median of the distinct points${inBrazil ? " inside Brazil" : ""}, to three decimals); where one is unknown, the median of the lines from the same ${placeWord.one} to the same ${placeWord.one}.`
    })
  ]
};
